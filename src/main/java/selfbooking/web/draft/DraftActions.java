package selfbooking.web.draft;

import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.TapResult;
import selfbooking.web.parts.Parameters;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** What a patient can do to the time of a draft: swap it, keep it longer, let it go. */
public final class DraftActions {

    private DraftActions() {}

    public static Response swap(Request visit) {
        return DraftSteps.search(visit, booking -> {
            Parameters form = visit.form();
            Optional<Slot> slot = visit.desk().slotCode().read(form.text("slot"));
            if (slot.isEmpty()) {
                return Response.conflict(View.LOST, new LostPresenter(visit).unreadable(visit.key()));
            }
            return went(visit, form, visit.desk().bookings().swap(visit.key(), slot.get()));
        });
    }

    public static Response extend(Request visit) {
        return DraftSteps.step(visit, booking -> {
            Parameters form = visit.form();
            return went(visit, form, visit.desk().bookings().extend(visit.key()));
        });
    }

    /** A details form may come along, half filled as it is, and goes back so. */
    private static Response went(Request visit, Parameters form, Optional<TapResult> claim) {
        if (claim.orElseThrow(NotFoundResponse::new) instanceof TapResult.Lost lost) {
            LostPresenter words = new LostPresenter(visit);
            return Response.conflict(
                    View.LOST, words.ofDraft(visit.key(), lost.alternatives(), DetailsPage.along(form)));
        }
        Booking booking = visit.booking();
        return booking.state() == State.DRAFT && DetailsPage.came(form)
                ? Response.page(View.DETAILS, DetailsPage.view(visit, booking, DetailsPage.typed(form), null))
                : DraftSteps.next(visit);
    }

    public static Response release(Request visit) {
        return DraftSteps.step(visit, booking -> {
            visit.desk().bookings().release(visit.key());
            return DraftSteps.outcome(visit);
        });
    }
}
