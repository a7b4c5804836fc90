package selfbooking.booking.submit;

import selfbooking.booking.draft.answers.Answers;

/** The text that reception finds in the appointment, the reference first. */
final class Notes {

    private static final int MOST = 300;

    private Notes() {}

    static String of(String reference, Answers answers) {
        var text = new StringBuilder("Booked online, reference ").append(reference);
        if (answers.bookerName() != null) {
            text.append(", by ").append(answers.bookerName());
        }
        if (answers.reason() != null) {
            text.append(". ").append(answers.reason().replaceAll("\\s+", " "));
        }
        return text.substring(0, Math.min(MOST, text.length()));
    }
}
