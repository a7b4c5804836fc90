package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the clinic can reach the patient. */
class ContactRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0491 570 006",
                "0491570006",
                "+61 491 570 006",
                "(0491) 570-006",
                "61491570006",
                "0061 491 570 006",
                "0491\u00a0570\u00a0006",
                " 0491-570-006 ",
                "+61 (0)491 570 006",
                "0491.570.006"
            })
    void mobile_in_any_usual_spelling_is_kept_as_one_number(String typed) {
        Answers.Mobile mobile =
                Objects.requireNonNull(form().mobile(typed).right().mobile());

        assertThat(mobile.e164()).isEqualTo("+61491570006");
        assertThat(mobile.forDiary()).isEqualTo("0491570006");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 5550 1234",
                "1300 975 707",
                "13 00 00",
                "000",
                "+64 21 123 4567",
                "0491 570",
                "call me",
                "0491 570 006 ext 5",
                "0491 570 006 <b>",
                "0491570006\r\nBcc: x",
                "049157000600"
            })
    void anything_but_an_australian_mobile_is_refused(String typed) {
        assertThat(form().mobile(typed).message()).isEqualTo("Enter an Australian mobile number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mina@example.com", " mina@example.com ", "m.o'k+tag@mail.example.com.au", "ミナ@example.jp"})
    void email_address_passes(String typed) {
        assertThat(form().contactBy("email").email(typed).right().email()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mina",
                "mina@",
                "@example.com",
                "mina@example",
                "mina@@example.com",
                "mina@example.com, b@c.de",
                "a@b.com b@c.com",
                "mina@example.com\r\nBcc: b@c.de",
                "Mina <mina@example.com>",
                "mina@.com",
                "mina@example..com",
                "mina@example.com."
            })
    void anything_but_one_email_address_is_refused(String typed) {
        assertThat(form().contactBy("email").email(typed).message())
                .isEqualTo("Enter an email address in the correct format, like name@example.com");
    }

    @Test
    void email_address_may_have_254_characters() {
        String longest = "m".repeat(242) + "@example.com";

        assertThat(form().contactBy("email").email(longest).right().email()).hasSize(254);
        assertThat(form().contactBy("email").email("m" + longest).message())
                .isEqualTo("Email address must be 254 characters or fewer");
    }

    @Test
    void at_least_one_way_to_reach_the_patient_is_asked_for() {
        assertThat(form().contactBy().message()).isEqualTo("Choose how the clinic can reach you");
        assertThat(form().contactBy("pigeon").message()).isEqualTo("Choose how the clinic can reach you");
        assertThat(form().mobile("").message()).isEqualTo("Enter your mobile number");
        assertThat(form().contactBy("email").message()).isEqualTo("Enter your email address");
    }

    @Test
    void what_is_not_ticked_is_not_looked_at_and_not_kept() {
        Answers answers = form().contactBy("email")
                .email("mina@example.com")
                .mobile("rubbish")
                .right();

        assertThat(answers.mobile()).isNull();
        assertThat(answers.email()).isEqualTo("mina@example.com");
    }

    private static TypedForm form() {
        return new TypedForm();
    }
}
