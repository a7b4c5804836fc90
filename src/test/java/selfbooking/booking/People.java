package selfbooking.booking;

import java.time.LocalDate;
import selfbooking.booking.draft.answers.Answers;

/** Patients of tests whom the sandbox's clinic does not know. */
public final class People {

    public static final Answers ZOE = new Answers(
            null,
            "Zoë",
            "Quarrington",
            LocalDate.of(1987, 3, 27),
            new Answers.Mobile("+61491570006", "0491 570 006"),
            null,
            null,
            false);

    private People() {}

    /** Another one for each number below 26 × 26. */
    public static Answers number(int number) {
        var name = "Patient" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
        return new Answers(null, name, "Newcomer", LocalDate.of(1990, 1, 1), null, name + "@example.com", null, false);
    }
}
