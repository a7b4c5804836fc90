package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The details form as it was typed, right or wrong; nothing is trimmed or lost. Empty text where nothing came. */
public record TypedAnswers(
        String who,
        String bookerName,
        String givenName,
        String familyName,
        String birthDay,
        String birthMonth,
        String birthYear,
        List<String> contactBy,
        String mobile,
        String email,
        String reason,
        boolean agree) {

    public static final TypedAnswers EMPTY = new TypedAnswers("", "", "", "", "", "", "", List.of(), "", "", "", false);

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

    /** The form as it would have been typed for these answers. */
    public static TypedAnswers of(Answers answers) {
        List<String> contactBy = new ArrayList<>();
        if (answers.mobile() != null) {
            contactBy.add("mobile");
        }
        if (answers.email() != null) {
            contactBy.add("email");
        }
        LocalDate born = answers.birthDate();
        return new TypedAnswers(
                answers.forSomeoneElse() ? "other" : "me",
                orEmpty(answers.bookerName()),
                answers.givenName(),
                answers.familyName(),
                String.valueOf(born.getDayOfMonth()),
                String.valueOf(born.getMonthValue()),
                String.valueOf(born.getYear()),
                List.copyOf(contactBy),
                answers.mobile() == null ? "" : answers.mobile().typed(),
                orEmpty(answers.email()),
                orEmpty(answers.reason()),
                answers.agreed());
    }

    /**
     * Checks every field as the journey says.
     *
     * @param today in the clinic's zone, for the birth date
     * @param termsShown whether the clinic has terms that must be agreed to
     */
    public Checked check(LocalDate today, boolean termsShown) {
        return new AnswerCheck(this).result(today, termsShown);
    }

    boolean forSomeoneElse() {
        return who.equals("other");
    }

    /** What is typed is for the page that the patient sees, never for a log. */
    @Override
    public String toString() {
        return "TypedAnswers[…]";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
