package selfbooking.web;

import java.time.Duration;
import java.util.Optional;
import selfbooking.booking.Claim;
import selfbooking.booking.diary.Slot;
import selfbooking.web.page.ProblemView;
import selfbooking.web.page.View;

/** The tap on a time. */
final class NewBooking {

    private NewBooking() {}

    static Answer start(Visit visit) {
        Optional<Slot> slot = visit.desk().slotCode().read(visit.form().text("slot"));
        if (slot.isEmpty()) {
            return Answer.conflict(View.LOST, new LostWords(visit).unreadable(null));
        }
        return went(visit, visit.desk().bookings().start(slot.get(), visit.from()));
    }

    private static Answer went(Visit visit, Claim claim) {
        if (claim instanceof Claim.Held held) {
            return new Answer.SeeOther(visit.addresses().details(held.key()));
        }
        return claim instanceof Claim.TooMany many
                ? tooMany(visit, Duration.between(visit.now(), many.until()))
                : Answer.conflict(View.LOST, new LostWords(visit).atStart(((Claim.Lost) claim).alternatives()));
    }

    /** The moment lies at most a second behind its answer. */
    private static Answer tooMany(Visit visit, Duration left) {
        Duration wait = left.plusSeconds(1);
        ProblemView page =
                ProblemView.tooManyKept(wait.toMinutes() + 1, visit.addresses().home());
        return new Answer.Later(new Answer.Shown(429, View.PROBLEM, page), wait);
    }
}
