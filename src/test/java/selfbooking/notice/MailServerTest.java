package selfbooking.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.notice.MailServer.Encryption;

class MailServerTest {

    @Test
    void password_goes_over_an_encrypted_way_unless_told_otherwise() {
        assertThat(MailServer.of("smtp://u:p@mail.example").encryption()).isEqualTo(Encryption.REQUIRED);
        assertThat(MailServer.of("smtp://u:p@mail.example?starttls=off").encryption())
                .isEqualTo(Encryption.NONE);
        assertThat(MailServer.of("smtp://mail.example").encryption()).isEqualTo(Encryption.WHERE_OFFERED);
        assertThat(MailServer.of("smtp://mail.example?starttls=required").encryption())
                .isEqualTo(Encryption.REQUIRED);
        assertThat(MailServer.of("smtps://u:p@mail.example").encryption()).isEqualTo(Encryption.FROM_THE_START);
    }

    @Test
    void ports_are_the_usual_ones_unless_given() {
        assertThat(MailServer.of("smtp://mail.example").port()).isEqualTo(587);
        assertThat(MailServer.of("smtps://mail.example/").port()).isEqualTo(465);
        assertThat(MailServer.of("smtp://mail.example:2525").port()).isEqualTo(2525);
    }

    @Test
    void user_and_password_are_decoded() {
        var server = MailServer.of("smtp://desk%40clinic.example:a+b%3Ac%2F@mail.example");

        assertThat(server.user()).isEqualTo("desk@clinic.example");
        assertThat(server.password()).isEqualTo("a+b:c/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example:25",
                "http://u:hush-hush@mail.example",
                "smtp://",
                "smtp://u:hush-hush@mail.example/path",
                "smtp://u:hush-hush@mail.example?starttls=perhaps",
                "smtps://u:hush-hush@mail.example?starttls=off",
                "smtp://hush-hush@mail.example",
                "smtp://u:hush-hush%@mail.example",
                "smtp://u:hush hush-hush@mail.example"
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> MailServer.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void server_tells_no_password() {
        assertThat(MailServer.of("smtp://user:hush-hush@mail.example")).hasToString("MailServer[mail.example:587]");
    }
}
