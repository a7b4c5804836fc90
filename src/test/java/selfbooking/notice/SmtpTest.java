package selfbooking.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static selfbooking.notice.PostOffice.CALL;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One mail over one connection: who sends it, and what may be said in the clear. */
class SmtpTest {

    private static final Mail MAIL =
            new Mail("0123", "desk@clinic.example", Letter.of(CALL), 1, Instant.parse("2026-11-24T00:00:00Z"));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void user_that_is_an_address_is_the_sender() throws Exception {
        server.setUser("robot@clinic.example", "robot@clinic.example", "secret");
        server.start();

        smtp("robot%40clinic.example:secret@", "?starttls=off").send(MAIL);

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(PostOffice.header(mail, "From")).isEqualTo("robot@clinic.example");
            assertThat(PostOffice.header(mail, "To")).isEqualTo("desk@clinic.example");
            assertThat(PostOffice.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        });
    }

    @Test
    void password_is_not_sent_to_a_server_without_encryption() {
        server.setUser("robot@clinic.example", "robot@clinic.example", "secret");
        server.start();
        var smtp = smtp("robot%40clinic.example:secret@", "");

        assertThatThrownBy(() -> smtp.send(MAIL)).isInstanceOf(MessagingException.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void reason_of_a_failure_tells_no_address() {
        server.setUser("robot@clinic.example", "robot@clinic.example", "secret");
        server.start();
        var smtp = smtp("robot%40clinic.example:wrong@", "?starttls=off");

        assertThatThrownBy(() -> smtp.send(MAIL))
                .isInstanceOfSatisfying(
                        MessagingException.class,
                        failure -> assertThat(Smtp.reason(failure)).isEqualTo("AuthenticationFailedException"));
    }

    private Smtp smtp(String credentials, String query) {
        var url = "smtp://" + credentials + "127.0.0.1:" + server.getSmtp().getPort() + query;
        return new Smtp(MailServer.of(url), Duration.ofSeconds(5));
    }
}
