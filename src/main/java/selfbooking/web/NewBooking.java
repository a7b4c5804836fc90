package selfbooking.web;

import java.util.Optional;
import selfbooking.booking.Claim;
import selfbooking.booking.diary.Slot;
import selfbooking.web.page.View;

/** The tap on a time. */
final class NewBooking {

    private NewBooking() {}

    static Answer start(Visit visit) {
        Optional<Slot> slot = visit.desk().slotCode().read(visit.form().text("slot"));
        if (slot.isEmpty()) {
            return Answer.conflict(View.LOST, new LostWords(visit).unreadable(null));
        }
        Claim claim = visit.desk().bookings().start(slot.get());
        if (claim instanceof Claim.Held held) {
            return new Answer.SeeOther(visit.addresses().details(held.key()));
        }
        return Answer.conflict(View.LOST, new LostWords(visit).atStart(((Claim.Lost) claim).alternatives()));
    }
}
