package selfbooking.web;

import java.util.function.Function;
import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.web.page.EndedView;
import selfbooking.web.page.View;

/** The rule that all steps of a draft share: what was sent shows its outcome, what has ended says so. */
final class Draft {

    private Draft() {}

    static Answer step(Visit visit, Function<Booking, Answer> step) {
        Booking booking = visit.booking();
        return switch (booking.state()) {
            case DRAFT -> step.apply(booking);
            case ENDED -> ended(visit);
            default -> outcome(visit);
        };
    }

    /** As {@link #step}, also for a booking whose time was taken: it is a draft again as soon as it has another. */
    static Answer search(Visit visit, Function<Booking, Answer> step) {
        Booking booking = visit.booking();
        return booking.state() == State.TAKEN ? step.apply(booking) : step(visit, step);
    }

    static Answer outcome(Visit visit) {
        return new Answer.SeeOther(visit.addresses().outcome(visit.key()));
    }

    static Answer next(Visit visit) {
        return new Answer.SeeOther(new BookingWords(visit, visit.booking()).nextStep());
    }

    static Answer ended(Visit visit) {
        String story = "It was given up or not finished in time, and what was typed here has been erased.";
        return Answer.page(View.ENDED, new EndedView(story, visit.addresses().home()));
    }
}
