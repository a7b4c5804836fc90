package selfbooking.web.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Booking;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.DetailsField;
import selfbooking.booking.draft.answers.Messages;
import selfbooking.web.draft.CheckView.Answer;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.server.Request;

/** The lines of the check page, each with where it can be changed. */
final class AnswerLines {

    private final Booking booking;
    private final BookingPresenter words;
    private final String details;
    private final List<Answer> lines = new ArrayList<>();

    AnswerLines(Request visit, Booking booking) {
        this.booking = booking;
        this.words = new BookingPresenter(visit, booking);
        this.details = visit.addresses().details(visit.key());
    }

    List<Answer> lines() {
        time();
        person(Objects.requireNonNull(booking.answers()));
        return lines;
    }

    private void time() {
        String times = words.otherTimes();
        String zone = AustralianTime.zone(booking.offer().startsAt());
        lines.add(new Answer("When", words.when() + " (" + zone + ")", times, "date and time"));
        lines.add(new Answer("With", booking.offer().practitioner().name(), times, "practitioner"));
        lines.add(new Answer("Where", booking.offer().location().name(), times, "location"));
        lines.add(new Answer("What for", words.whatFor(), times, "appointment type"));
    }

    private void person(Answers answers) {
        for (DetailsField field : DetailsField.values()) {
            String label = Messages.find(field.id() + ".check");
            if (label != null && (field != DetailsField.BOOKER_NAME || answers.forSomeoneElse())) {
                String what = Messages.of(field.id() + ".change", answers.forSomeoneElse());
                lines.add(new Answer(label, text(field, answers), details + "#" + place(field), what));
            }
        }
    }

    private static @Nullable String text(DetailsField field, Answers answers) {
        Answers.Mobile mobile = answers.mobile();
        return switch (field) {
            case GIVEN_NAME -> answers.givenName() + " " + answers.familyName();
            case BIRTH_DAY -> AustralianTime.date(answers.birthDate());
            case MOBILE -> mobile == null ? null : mobile.typed();
            default -> answers.text(field);
        };
    }

    /** The box of a contact shows only once the contact is ticked. */
    private static String place(DetailsField field) {
        return switch (field) {
            case MOBILE, EMAIL -> DetailsField.CONTACT_BY.id() + "-" + field.id();
            default -> field.id();
        };
    }
}
