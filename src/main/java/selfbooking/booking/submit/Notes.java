package selfbooking.booking.submit;

import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.DetailsField;
import selfbooking.booking.draft.answers.Messages;

/** The text that reception finds in the appointment, the reference first. */
final class Notes {

    private static final int MOST = 300;

    private Notes() {}

    static String of(String reference, Answers answers) {
        var text = new StringBuilder("Booked online, reference ").append(reference);
        for (var field : DetailsField.values()) {
            var given = answers.text(field);
            if (field.destination() == DetailsField.Destination.NOTES && given != null) {
                text.append(Messages.of(field.id() + ".notes").replace("{0}", given.replaceAll("\\s+", " ")));
            }
        }
        return text.substring(0, Math.min(MOST, text.length()));
    }
}
