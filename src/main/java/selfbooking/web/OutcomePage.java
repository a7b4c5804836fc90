package selfbooking.web;

import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import selfbooking.booking.Alternatives;
import selfbooking.booking.Booking;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.web.page.AskingView;
import selfbooking.web.page.BookedView;
import selfbooking.web.page.CallView;
import selfbooking.web.page.LostView;
import selfbooking.web.page.View;

/** What became of a booking, or what is still to do in a draft. */
final class OutcomePage {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private OutcomePage() {}

    static Answer show(Visit visit) {
        Booking booking = visit.desk().bookings().await(visit.key(), PATIENCE).orElseThrow(NotFoundResponse::new);
        BookingWords words = new BookingWords(visit, booking);
        String reference = words.reference();
        String here = visit.addresses().outcome(visit.key());
        String home = visit.addresses().home();
        return switch (booking.state()) {
            case DRAFT -> new Answer.SeeOther(words.nextStep());
            case SUBMITTING, UNKNOWN -> Answer.page(View.ASKING, new AskingView(words.chosen(), reference, here));
            case BOOKED -> Answer.page(View.BOOKED, new BookedView(reference, words.chosen(), home));
            case TAKEN -> Answer.page(View.LOST, taken(visit, booking));
            case CALL_CLINIC -> Answer.page(View.CALL, new CallView(words.chosen(), reference));
            case ENDED -> Draft.ended(visit);
        };
    }

    /** That the time is gone must be said even when the diary cannot be asked for others. */
    private static LostView taken(Visit visit, Booking booking) {
        Alternatives instead;
        try {
            instead = visit.desk().bookings().alternatives(visit.key()).orElseGet(LostWords::none);
        } catch (DiaryUnavailable unreachable) {
            instead = LostWords.none();
        }
        return new LostWords(visit).taken(visit.key(), booking.offer(), instead);
    }
}
