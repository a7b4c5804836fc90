package selfbooking.web.draft;

import java.util.function.Function;
import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The rule that all steps of a draft share: what was sent shows its outcome, what has ended says so. */
public final class DraftSteps {

    private DraftSteps() {}

    static Response step(Request visit, Function<Booking, Response> step) {
        Booking booking = visit.booking();
        return switch (booking.state()) {
            case DRAFT -> step.apply(booking);
            case ENDED -> ended(visit);
            default -> outcome(visit);
        };
    }

    /** As {@link #step}, also for a booking whose time was taken: it is a draft again as soon as it has another. */
    public static Response search(Request visit, Function<Booking, Response> step) {
        Booking booking = visit.booking();
        return booking.state() == State.TAKEN ? step.apply(booking) : step(visit, step);
    }

    static Response outcome(Request visit) {
        return new Response.SeeOther(visit.addresses().outcome(visit.key()));
    }

    static Response next(Request visit) {
        return new Response.SeeOther(new BookingPresenter(visit, visit.booking()).nextStep());
    }

    public static Response ended(Request visit) {
        String story = "It was given up or not finished in time, and what was typed here has been erased.";
        return Response.page(View.ENDED, new EndedView(story, visit.addresses().home()));
    }
}
