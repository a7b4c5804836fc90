package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import selfbooking.booking.draft.answers.TypedAnswers.Checked;

/** A details form that is right until a test types something else. */
final class TypedForm {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Map<String, List<String>> values = new HashMap<>();

    TypedForm() {
        who("me").given("Mina").family("Okafor").born("27", "3", "1987");
        contactBy("mobile").mobile("0491 570 006");
    }

    TypedAnswers typed() {
        return new TypedAnswers(Map.copyOf(values));
    }

    TypedForm type(DetailsField field, String... typed) {
        values.put(field.id(), List.of(typed));
        return this;
    }

    TypedForm who(String typed) {
        return type(DetailsField.WHO, typed);
    }

    TypedForm booker(String typed) {
        return type(DetailsField.BOOKER_NAME, typed);
    }

    TypedForm given(String typed) {
        return type(DetailsField.GIVEN_NAME, typed);
    }

    TypedForm family(String typed) {
        return type(DetailsField.FAMILY_NAME, typed);
    }

    TypedForm born(String day, String month, String year) {
        return type(DetailsField.BIRTH_DAY, day)
                .type(DetailsField.BIRTH_MONTH, month)
                .type(DetailsField.BIRTH_YEAR, year);
    }

    TypedForm contactBy(String... ticked) {
        return type(DetailsField.CONTACT_BY, ticked);
    }

    TypedForm mobile(String typed) {
        return type(DetailsField.MOBILE, typed);
    }

    TypedForm email(String typed) {
        return type(DetailsField.EMAIL, typed);
    }

    TypedForm reason(String typed) {
        return type(DetailsField.REASON, typed);
    }

    TypedForm agree() {
        return type(DetailsField.AGREE, "yes");
    }

    /** The answers, when nothing is wrong. */
    Answers right() {
        Checked checked = typed().check(TODAY, false);
        assertThat(checked.mistakes()).isEmpty();
        return Objects.requireNonNull(checked.answers());
    }

    /** The only message, when one thing is wrong. */
    String message() {
        Checked checked = typed().check(TODAY, false);
        assertThat(checked.answers()).isNull();
        assertThat(checked.mistakes()).hasSize(1);
        return checked.mistakes().get(0).message();
    }
}
