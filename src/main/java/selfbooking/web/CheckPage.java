package selfbooking.web;

import java.util.List;
import selfbooking.booking.Alternatives;
import selfbooking.booking.Booking;
import selfbooking.web.page.CheckView;
import selfbooking.web.page.Link;
import selfbooking.web.page.View;

/** The answers before they are sent; sending is what its one button does. */
final class CheckPage {

    private CheckPage() {}

    static Answer show(Visit visit) {
        return Draft.step(visit, booking -> shown(visit, booking, 200, List.of()));
    }

    static Answer send(Visit visit) {
        Booking booking = visit.booking();
        Seen seen = Seen.of(visit.form().text("seen"));
        return switch (visit.desk().bookings().submit(visit.key(), seen.digest())) {
            case SENT -> Draft.outcome(visit);
            case INCOMPLETE -> Draft.next(visit);
            case LOST -> Answer.conflict(View.LOST, new LostWords(visit).ofDraft(visit.key(), instead(visit)));
            case CHANGED -> Draft.step(visit, now -> shown(visit, now, 409, List.of(seen.difference(visit, booking))));
        };
    }

    private static Answer shown(Visit visit, Booking booking, int status, List<String> changed) {
        return booking.answers() == null
                ? new Answer.SeeOther(visit.addresses().details(visit.key()))
                : new Answer.Shown(status, View.CHECK, view(visit, booking, changed));
    }

    private static CheckView view(Visit visit, Booking booking, List<String> changed) {
        Addresses addresses = visit.addresses();
        String here = addresses.check(visit.key());
        return new CheckView(
                new BookingWords(visit, booking).hold(here),
                new Link(addresses.details(visit.key()), "Back"),
                new AnswerLines(visit, booking).lines(),
                here,
                Seen.written(visit, booking),
                changed);
    }

    private static Alternatives instead(Visit visit) {
        return visit.desk().bookings().alternatives(visit.key()).orElseGet(LostWords::none);
    }
}
