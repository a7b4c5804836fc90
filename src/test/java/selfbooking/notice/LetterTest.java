package selfbooking.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.notice.PostOffice.CALL;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterTest {

    private static final String INJECTED = "\r\nBcc: eve@evil.example\r\n\r\nclick here";

    @Test
    void subject_tells_the_reference_and_nothing_else() {
        assertThat(Letter.of(CALL).subject()).isEqualTo("A booking needs you: K7-42QX");
    }

    @Test
    void hour_that_comes_twice_tells_which_it_is() {
        var zone = ZoneId.of("Australia/Melbourne");
        var twice = LocalDateTime.of(2027, 4, 4, 2, 30);

        assertThat(bodyAt(ZonedDateTime.ofLocal(twice, zone, ZoneOffset.ofHours(11))))
                .contains("2:30 am (Australia/Melbourne, UTC+11:00)");
        assertThat(bodyAt(ZonedDateTime.ofLocal(twice, zone, ZoneOffset.ofHours(10))))
                .contains("2:30 am (Australia/Melbourne, UTC+10:00)");
    }

    @Test
    void line_break_in_any_field_makes_no_header_and_no_second_recipient(@TempDir Path folder) throws Exception {
        var spoilt = new CallClinic(
                "K7" + INJECTED, "Lee" + INJECTED, "Here\u2028" + INJECTED, "Visit" + INJECTED, CALL.startsAt());
        try (var office = new PostOffice(folder)) {
            var server = office.serve(0);
            office.put(spoilt);
            office.open(PostOffice.at(server.getSmtp().getPort()));

            var mail = office.waitFor(1, server).get(0);

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).doesNotContain("\r", "\n");
            assertThat(mail.getContent().toString().lines()).noneMatch(line -> line.startsWith("Bcc:"));
        }
    }

    @Test
    void subject_is_one_line_whatever_it_was_made_from() {
        assertThat(new Letter("a\r\nBcc: b\u0085c\u2028d\u0000e", "").subject()).isEqualTo("a Bcc: b c d e");
    }

    private static String bodyAt(ZonedDateTime at) {
        return Letter.of(new CallClinic("K742QX", "Lee", "Here", "Visit", at)).body();
    }
}
