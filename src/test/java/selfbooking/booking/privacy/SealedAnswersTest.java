package selfbooking.booking.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import selfbooking.booking.Person;
import selfbooking.booking.draft.answers.Answers;

public class SealedAnswersTest {

    public static final Answers ALL = Person.named("José María", "O'Brien")
            .bookedBy("Bảo Nguyễn")
            .withMobile("0491 570 006")
            .withEmail("jose@example.com")
            .because("sore knee")
            .agreeing()
            .answers();

    private static final Answers FEW = Person.named("Li", "X")
            .born(2020, 2, 29)
            .withEmail("li@example.com")
            .answers();

    private final SealedAnswers sealed =
            new SealedAnswers(new AppSecret("a secret of this installation only"), new SecureRandom());

    @Test
    void opens_what_it_sealed() {
        assertThat(sealed.open("b1", sealed.seal("b1", ALL))).isEqualTo(ALL);
    }

    @Test
    void answers_not_given_stay_away() {
        assertThat(sealed.open("b1", sealed.seal("b1", FEW))).isEqualTo(FEW);
    }

    /** Sealed by the first version, under the secret above, for the booking b1. */
    @Test
    void answers_that_an_earlier_version_sealed_still_open() {
        var all =
                "c10c6c9e.p55C3Kr1L/qfMTsIS/Gak0UVxxMYQCCz69aWeh1Ut6YMSNmSnERg+ohLGlFzZiGuzYLCjEvvS+KocVXPkDrhxeZSC1Amz7KX"
                        + "3MF0bMN8Cxm2rXavlIuI28q44BEFrnTTgFKO0meRv3oUjFqCiTLktzX6eM8yiCqOHbECfUFnjVkV3BQBHhNEwk/X3s5gT59L20Qq0AiYxHjF"
                        + "XFxCV/dsLsw0jz914CFbIIhM4HFSxkUApEU4jI/vCqLUiBKAMKnxDVZScoJvzWWkCW6fZANfMGD5PtZK+8Qwdbc9pRv5+p7oMfKiSv3ANw==";
        var few =
                "c10c6c9e.Ct5P0nPzfancS9CiXnb9SlTz0aw53KMH6wPernv4b/KneNfd9Y4waa17lzUjY9N7nRqXa3cM4PlxzRD/ZxveFe0sEVARpXb2"
                        + "Rzvowo6hQOiq0A4jRJoeaIcZ/po+/bddAAsrnix+uVDYffOE/cGzCFHLAhbtALMhttCRgVZtVUTo63lPVMyijK76PBadP07yktn2Xa0BFIlW"
                        + "FZig00g7vegsdEhCHsfz85yFEL83xO8=";

        assertThat(sealed.open("b1", all)).isEqualTo(ALL);
        assertThat(sealed.open("b1", few)).isEqualTo(FEW);
    }

    @Test
    void nothing_of_a_patient_is_readable() {
        var text = sealed.seal("b1", ALL);
        var bytes = Base64.getDecoder().decode(text.substring(text.indexOf('.') + 1));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Jos", "Brien", "1987", "491570006", "knee", "example");
    }

    @Test
    void same_answers_never_look_the_same() {
        assertThat(sealed.seal("b1", ALL)).isNotEqualTo(sealed.seal("b1", ALL));
    }

    @Test
    void answers_of_one_booking_do_not_open_as_anothers() {
        var text = sealed.seal("b1", ALL);

        assertThatThrownBy(() -> sealed.open("b2", text)).hasMessageContaining("APP_SECRET");
    }

    @Test
    void answers_do_not_open_with_another_secret() {
        var text = sealed.seal("b1", ALL);
        var other = new SealedAnswers(new AppSecret("another installation's own secret"), new SecureRandom());

        assertThatThrownBy(() -> other.open("b1", text)).hasMessageContaining("APP_SECRET");
    }

    @Test
    void old_answers_open_after_a_change_of_secret_and_new_ones_need_the_new() {
        var old = "a secret of this installation only";
        var after = new SealedAnswers(new AppSecret("the secret after a change of it", old), new SecureRandom());
        var alone = new SealedAnswers(new AppSecret("the secret after a change of it"), new SecureRandom());

        assertThat(after.open("b1", sealed.seal("b1", ALL))).isEqualTo(ALL);
        assertThat(alone.open("b1", after.seal("b1", ALL))).isEqualTo(ALL);
        assertThat(after.seal("b1", ALL)).startsWith(after.beginning()).doesNotStartWith(sealed.beginning());
    }

    @Test
    void text_sealed_without_the_id_of_its_key_still_opens() {
        var text = sealed.seal("b1", ALL);
        var first = text.substring(text.indexOf('.') + 1);
        var old = "a secret of this installation only";
        var after = new SealedAnswers(new AppSecret("the secret after a change of it", old), new SecureRandom());

        assertThat(sealed.open("b1", first)).isEqualTo(ALL);
        assertThat(after.open("b1", first)).isEqualTo(ALL);
    }

    @Test
    void id_of_a_key_is_of_no_other_secret_and_always_the_same() {
        var same = new SealedAnswers(new AppSecret("a secret of this installation only"), new SecureRandom());
        var other = new SealedAnswers(new AppSecret("another installation's own secret"), new SecureRandom());

        assertThat(sealed.beginning())
                .matches("[0-9a-f]{8}\\.")
                .isEqualTo(same.beginning())
                .isNotEqualTo(other.beginning());
    }

    @Test
    void answers_never_show_in_a_log() {
        assertThat(ALL.toString()).isEqualTo("Answers[…]");
    }
}
