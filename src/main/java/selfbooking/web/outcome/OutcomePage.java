package selfbooking.web.outcome;

import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import selfbooking.booking.Booking;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.times.Alternatives;
import selfbooking.web.draft.BookingPresenter;
import selfbooking.web.draft.DraftSteps;
import selfbooking.web.draft.LostPresenter;
import selfbooking.web.draft.LostView;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** What became of a booking, or what is still to do in a draft. */
public final class OutcomePage {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private OutcomePage() {}

    public static Response show(Request visit) {
        Booking booking = visit.desk().bookings().await(visit.key(), PATIENCE).orElseThrow(NotFoundResponse::new);
        BookingPresenter words = new BookingPresenter(visit, booking);
        String reference = words.reference();
        String here = visit.addresses().outcome(visit.key());
        String home = visit.addresses().home();
        return switch (booking.state()) {
            case DRAFT -> new Response.SeeOther(words.nextStep());
            case SUBMITTING, UNKNOWN -> Response.page(View.ASKING, new AskingView(words.chosen(), reference, here));
            case BOOKED -> Response.page(View.BOOKED, new BookedView(reference, words.chosen(), home));
            case TAKEN -> Response.page(View.LOST, taken(visit, booking));
            case CALL_CLINIC -> Response.page(View.CALL, new CallView(words.chosen(), reference));
            case ENDED -> DraftSteps.ended(visit);
        };
    }

    /** That the time is gone must be said even when the diary cannot be asked for others. */
    private static LostView taken(Request visit, Booking booking) {
        Alternatives instead;
        try {
            instead = visit.desk().bookings().alternatives(visit.key()).orElseGet(LostPresenter::none);
        } catch (DiaryUnavailable unreachable) {
            instead = LostPresenter.none();
        }
        return new LostPresenter(visit).taken(visit.key(), booking.offer(), instead);
    }
}
