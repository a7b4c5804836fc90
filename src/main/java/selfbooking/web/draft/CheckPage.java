package selfbooking.web.draft;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import selfbooking.booking.Booking;
import selfbooking.booking.times.Alternatives;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The answers before they are sent; sending is what its one button does. */
public final class CheckPage {

    private CheckPage() {}

    public static Response show(Request visit) {
        return DraftSteps.step(visit, booking -> shown(visit, booking, 200, List.of()));
    }

    public static Response send(Request visit) {
        CheckedRevision checked = CheckedRevision.of(visit.form().text("seen"));
        return switch (visit.desk().bookings().submit(visit.key(), checked.revision())) {
            case NOT_FOUND -> throw new NotFoundResponse();
            case SENT -> DraftSteps.outcome(visit);
            case INCOMPLETE -> DraftSteps.next(visit);
            case LOST -> Response.conflict(View.LOST, new LostPresenter(visit).ofDraft(visit.key(), instead(visit)));
            case CHANGED ->
                DraftSteps.step(visit, now -> shown(visit, now, 409, List.of(checked.difference(visit, now))));
        };
    }

    private static Response shown(Request visit, Booking booking, int status, List<String> changed) {
        return booking.answers() == null
                ? new Response.SeeOther(visit.addresses().details(visit.key()))
                : new Response.Shown(status, View.CHECK, view(visit, booking, changed));
    }

    private static CheckView view(Request visit, Booking booking, List<String> changed) {
        PageAddresses addresses = visit.addresses();
        String here = addresses.check(visit.key());
        return new CheckView(
                new BookingPresenter(visit, booking).hold(here),
                new Link(addresses.details(visit.key()), "Back"),
                new AnswerLines(visit, booking).lines(),
                here,
                CheckedRevision.written(visit, booking),
                changed);
    }

    private static Alternatives instead(Request visit) {
        return visit.desk().bookings().alternatives(visit.key()).orElseGet(LostPresenter::none);
    }
}
