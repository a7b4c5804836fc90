package selfbooking.web;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import selfbooking.booking.Desk;

/** The address without a clinic: on to the only one. */
final class Entrance {

    private final List<Desk> desks;

    Entrance(List<Desk> desks) {
        this.desks = desks;
    }

    Answer show(Visit visit) {
        if (desks.size() != 1) {
            throw new NotFoundResponse();
        }
        return new Answer.SeeOther(new Addresses(desks.get(0).clinic().slug()).home());
    }

    static Answer withSlash(Visit visit) {
        return new Answer.SeeOther(visit.addresses().home());
    }
}
