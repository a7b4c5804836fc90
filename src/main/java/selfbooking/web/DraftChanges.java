package selfbooking.web;

import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import selfbooking.booking.Booking;
import selfbooking.booking.Claim;
import selfbooking.booking.State;
import selfbooking.booking.diary.Slot;
import selfbooking.web.page.View;

/** What a patient can do to the time of a draft: swap it, keep it longer, let it go. */
final class DraftChanges {

    private DraftChanges() {}

    static Answer swap(Visit visit) {
        return Draft.search(visit, booking -> {
            Parameters form = visit.form();
            Optional<Slot> slot = visit.desk().slotCode().read(form.text("slot"));
            if (slot.isEmpty()) {
                return Answer.conflict(View.LOST, new LostWords(visit).unreadable(visit.key()));
            }
            return went(visit, form, visit.desk().bookings().swap(visit.key(), slot.get()));
        });
    }

    static Answer extend(Visit visit) {
        return Draft.step(visit, booking -> {
            Parameters form = visit.form();
            return went(visit, form, visit.desk().bookings().extend(visit.key()));
        });
    }

    /** A details form may come along, half filled as it is, and goes back so. */
    private static Answer went(Visit visit, Parameters form, Optional<Claim> claim) {
        if (claim.orElseThrow(NotFoundResponse::new) instanceof Claim.Lost lost) {
            LostWords words = new LostWords(visit);
            return Answer.conflict(View.LOST, words.ofDraft(visit.key(), lost.alternatives(), DetailsPage.along(form)));
        }
        Booking booking = visit.booking();
        return booking.state() == State.DRAFT && DetailsPage.came(form)
                ? Answer.page(View.DETAILS, DetailsPage.view(visit, booking, DetailsPage.typed(form), null))
                : Draft.next(visit);
    }

    static Answer release(Visit visit) {
        return Draft.step(visit, booking -> {
            visit.desk().bookings().release(visit.key());
            return Draft.outcome(visit);
        });
    }
}
