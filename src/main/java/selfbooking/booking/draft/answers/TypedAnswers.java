package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The details form as it was typed, right or wrong; nothing is trimmed or lost.
 *
 * @param values by the field's id; nothing where nothing came
 */
public record TypedAnswers(Map<String, List<String>> values) {

    public static final TypedAnswers EMPTY = new TypedAnswers(Map.of());

    /**
     * What to mend, in the order of the page.
     *
     * @param field the form field to go to (for the birth date the first wrong part)
     * @param alsoWrong further parts of a birth date that are wrong
     */
    public record Mistake(String field, List<String> alsoWrong, String message) {

        Mistake(String field, String message) {
            this(field, List.of(), message);
        }
    }

    /** Either answers, or at least one mistake. */
    public record Checked(@Nullable Answers answers, List<Mistake> mistakes) {}

    /** Takes the form's fields out of all that came, given by name. */
    public static TypedAnswers from(Function<String, List<String>> came) {
        Map<String, List<String>> values = new HashMap<>();
        for (DetailsField field : DetailsField.values()) {
            values.put(field.id(), List.copyOf(came.apply(field.id())));
        }
        return new TypedAnswers(values);
    }

    /** The form as it would have been typed for these answers. */
    public static TypedAnswers of(Answers answers) {
        Map<String, List<String>> values = new HashMap<>();
        answers.texts().forEach((field, text) -> values.put(field.id(), List.of(text)));
        values.put(DetailsField.WHO.id(), List.of(answers.forSomeoneElse() ? "other" : "me"));
        LocalDate born = answers.birthDate();
        values.put(DetailsField.BIRTH_DAY.id(), List.of(String.valueOf(born.getDayOfMonth())));
        values.put(DetailsField.BIRTH_MONTH.id(), List.of(String.valueOf(born.getMonthValue())));
        values.put(DetailsField.BIRTH_YEAR.id(), List.of(String.valueOf(born.getYear())));
        List<String> contactBy = new ArrayList<>();
        Answers.Mobile mobile = answers.mobile();
        if (mobile != null) {
            contactBy.add(DetailsField.MOBILE.id());
            values.put(DetailsField.MOBILE.id(), List.of(mobile.typed()));
        }
        if (answers.email() != null) {
            contactBy.add(DetailsField.EMAIL.id());
        }
        values.put(DetailsField.CONTACT_BY.id(), List.copyOf(contactBy));
        values.put(DetailsField.AGREE.id(), answers.agreed() ? List.of("yes") : List.of());
        return new TypedAnswers(values);
    }

    /**
     * Checks every field as the journey says.
     *
     * @param today in the clinic's zone, for the birth date
     * @param termsShown whether the clinic has terms that must be agreed to
     */
    public Checked check(LocalDate today, boolean termsShown) {
        return new AnswerCheck(this, today, termsShown).result();
    }

    List<String> all(DetailsField field) {
        return values.getOrDefault(field.id(), List.of());
    }

    /** The first value, or empty text. */
    String text(DetailsField field) {
        return all(field).stream().findFirst().orElse("");
    }

    boolean forSomeoneElse() {
        return text(DetailsField.WHO).equals("other");
    }

    /** What is typed is for the page that the patient sees, never for a log. */
    @Override
    public String toString() {
        return "TypedAnswers[…]";
    }
}
