package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.draft.answers.TypedAnswers.Checked;
import selfbooking.booking.draft.answers.TypedAnswers.Mistake;

/** The rules of the details form. */
class TypedAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void form_filled_in_gives_answers() {
        Answers answers = form().right();

        assertThat(answers)
                .isEqualTo(new Answers(
                        Map.of(DetailsField.GIVEN_NAME, "Mina", DetailsField.FAMILY_NAME, "Okafor"),
                        LocalDate.of(1987, 3, 27),
                        new Answers.Mobile("+61491570006", "0491 570 006"),
                        false));
    }

    @Test
    void answers_come_back_as_they_were_typed() {
        Answers answers = form().who("other")
                .booker("Ngozi Okafor")
                .contactBy("mobile", "email")
                .email("mina@example.com")
                .reason("A sore knee")
                .right();

        assertThat(right(TypedAnswers.of(answers))).isEqualTo(answers);
        assertThat(TypedAnswers.of(answers).text(DetailsField.MOBILE)).isEqualTo("0491 570 006");
    }

    @Test
    void empty_form_names_everything_in_the_order_of_the_page() {
        assertThat(wrong(TypedAnswers.EMPTY))
                .extracting(Mistake::field)
                .containsExactly("who", "givenName", "familyName", "birthDay", "contactBy");
    }

    @Test
    void form_without_who_asks_for_it() {
        assertThat(form().who("").message()).isEqualTo("Choose who the appointment is for");
        assertThat(form().who("dog").message()).isEqualTo("Choose who the appointment is for");
    }

    @Test
    void name_of_the_booker_is_asked_for_someone_else_only() {
        assertThat(form().who("other").message()).isEqualTo("Enter your name");
        assertThat(form().who("other").booker("x".repeat(61)).message())
                .isEqualTo("Your name must be 60 characters or fewer");
        assertThat(form().booker("Somebody").right().bookerName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "O’Brien",
                "Nguyễn",
                "José María",
                "van der Berg",
                "X Æ A-12",
                "Ng",
                "X",
                "-",
                "李",
                "عائشة",
                "Ñ",
                "<script>alert(1)</script>",
                "12345678901234567890123456789012345678901234567890"
            })
    void name_of_any_script_passes_unchanged(String name) {
        assertThat(form().given(name).right().givenName()).isEqualTo(name);
        assertThat(form().family(name).right().familyName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"  Mina  |Mina", "Mina\u00a0 Rose|Mina Rose", "\ufeffMina\u200b|Mina", "\u2067Mina\u2069|Mina"})
    void what_nobody_sees_in_a_name_is_dropped(String typed, String kept) {
        assertThat(form().given(typed).right().givenName()).isEqualTo(kept);
    }

    @Test
    void name_is_asked_for_and_bounded() {
        assertThat(form().given(" \u200b").message()).isEqualTo("Enter your first name");
        assertThat(form().family("").message()).isEqualTo("Enter your last name");
        assertThat(form().given("x".repeat(51)).message()).isEqualTo("Your first name must be 50 characters or fewer");
        assertThat(form().who("other").booker("Ngozi").given("").message()).isEqualTo("Enter the patient’s first name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mi\nna", "Mi\r\nna", "Mi\tna", "Mi\u0000na", "Mi\u0085na", "Mi\u007fna"})
    void control_characters_in_a_name_are_refused(String name) {
        assertThat(form().given(name).message()).isEqualTo("Take the hidden characters out of your first name");
    }

    @Test
    void reason_is_counted_as_a_text_box_counts() {
        assertThat(form().reason("a\r\n".repeat(99) + "ab").right().text(DetailsField.REASON))
                .hasSize(200);
        assertThat(form().reason("x".repeat(201)).message())
                .isEqualTo("Reason for the visit must be 200 characters or fewer");
        assertThat(form().reason(" \r\n ").right().text(DetailsField.REASON)).isNull();
        assertThat(form().reason("knee\u0007").right().text(DetailsField.REASON))
                .isEqualTo("knee");
    }

    @Test
    void terms_are_agreed_to_where_there_are_any() {
        Checked refused = form().typed().check(TODAY, true);

        assertThat(refused.mistakes()).extracting(Mistake::field).containsExactly("agree");
        assertThat(Objects.requireNonNull(
                                form().agree().typed().check(TODAY, true).answers())
                        .agreed())
                .isTrue();
    }

    /** The words that the patterns keep out of messages. */
    @Test
    void no_message_blames_or_begs() {
        TypedAnswers allWrong = form().who("")
                .given("a\tb")
                .family("")
                .born("31", "2", "2001")
                .contactBy("mobile", "email")
                .mobile("1")
                .email("x")
                .reason("x".repeat(201))
                .typed();

        assertThat(allWrong.check(TODAY, true).mistakes())
                .hasSize(8)
                .allSatisfy(mistake -> assertThat(mistake.message())
                        .doesNotContainPattern("(?i)please|sorry|valid|required|illegal|oops|!|\\b[45]\\d\\d\\b"));
    }

    @Test
    void what_was_typed_stays_out_of_logs() {
        assertThat(form().typed().toString()).doesNotContain("Mina");
    }

    private static TypedForm form() {
        return new TypedForm();
    }

    private static Answers right(TypedAnswers typed) {
        Checked checked = typed.check(TODAY, false);
        assertThat(checked.mistakes()).isEmpty();
        return Objects.requireNonNull(checked.answers());
    }

    private static List<Mistake> wrong(TypedAnswers typed) {
        Checked checked = typed.check(TODAY, false);
        assertThat(checked.answers()).isNull();
        return checked.mistakes();
    }
}
