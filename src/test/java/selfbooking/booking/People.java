package selfbooking.booking;

import selfbooking.booking.draft.answers.Answers;

/** Patients of tests. */
public final class People {

    /** Unknown to the sandbox's clinic. */
    public static final Answers ZOE = zoe().withMobile("0491 570 006").answers();

    private People() {}

    /** Unknown to the sandbox's clinic; without a contact. */
    public static Person zoe() {
        return Person.named("Zoë", "Quarrington");
    }

    /** One of two namesakes that the sandbox's clinic knows; without a contact. */
    public static Person grace() {
        return Person.named("Grace", "Taylor").born(1988, 2, 14);
    }

    /** Another unknown one for each number below 26 × 26. */
    public static Answers number(int number) {
        var name = "Patient" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
        return Person.named(name, "Newcomer")
                .born(1990, 1, 1)
                .withEmail(name + "@example.com")
                .answers();
    }
}
