package selfbooking.web.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Booking;
import selfbooking.booking.draft.answers.Answers;
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
        String whose = answers.forSomeoneElse() ? "the patient’s" : "your";
        if (answers.forSomeoneElse()) {
            add("Booked by", answers.bookerName(), "bookerName", "your own name");
        }
        add("Name", answers.givenName() + " " + answers.familyName(), "givenName", whose + " name");
        add("Date of birth", AustralianTime.date(answers.birthDate()), "birthDay", whose + " date of birth");
        Answers.Mobile mobile = answers.mobile();
        add("Mobile number", mobile == null ? null : mobile.typed(), "contactBy-mobile", "mobile number");
        add("Email address", answers.email(), "contactBy-email", "email address");
        add("Reason for the visit", answers.reason(), "reason", "reason for the visit");
    }

    private void add(String label, @Nullable String text, String field, String what) {
        lines.add(new Answer(label, text, details + "#" + field, what));
    }
}
