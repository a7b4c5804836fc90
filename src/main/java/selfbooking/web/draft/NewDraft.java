package selfbooking.web.draft;

import java.time.Duration;
import java.util.Optional;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.TapResult;
import selfbooking.web.parts.ProblemView;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The tap on a time. */
public final class NewDraft {

    private NewDraft() {}

    public static Response start(Request visit) {
        Optional<Slot> slot = visit.desk().slotCode().read(visit.form().text("slot"));
        if (slot.isEmpty()) {
            return Response.conflict(View.LOST, new LostPresenter(visit).unreadable(null));
        }
        return went(visit, visit.desk().bookings().start(slot.get(), visit.from()));
    }

    private static Response went(Request visit, TapResult claim) {
        if (claim instanceof TapResult.Held held) {
            return new Response.SeeOther(visit.addresses().details(held.key()));
        }
        return claim instanceof TapResult.TooMany many
                ? tooMany(visit, Duration.between(visit.now(), many.until()))
                : Response.conflict(
                        View.LOST, new LostPresenter(visit).atStart(((TapResult.Lost) claim).alternatives()));
    }

    /** The moment lies at most a second behind its answer. */
    private static Response tooMany(Request visit, Duration left) {
        Duration wait = left.plusSeconds(1);
        ProblemView page =
                ProblemView.tooManyKept(wait.toMinutes() + 1, visit.addresses().home());
        return new Response.Later(new Response.Shown(429, View.PROBLEM, page), wait);
    }
}
