package selfbooking.web.times;

import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.booking.times.TimesFound;
import selfbooking.web.draft.DraftSteps;
import selfbooking.web.parts.Query;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The next dates that have times: for anyone, and for the owner of a draft who looks for another. */
public final class TimesPage {

    private TimesPage() {}

    public static Response show(Request visit) {
        TimesFound found = visit.desk().times().search(Query.of(visit.query()).query(), null);
        return Response.lasting(
                View.TIMES,
                new TimesPresenter(visit, found, null).view(),
                TimePhrases.validUntil(visit.now(), found.asOf(), found.validUntil()),
                found.diaryVersion());
    }

    public static Response showOwn(Request visit) {
        return DraftSteps.search(visit, booking -> {
            Query search = Query.of(visit.query());
            Query sameType =
                    search.type() == null ? search.type(booking.offer().type().id()) : search;
            TimesFound found = visit.desk().times().search(sameType.query(), visit.key());
            return Response.page(View.TIMES, new TimesPresenter(visit, found, booking).view());
        });
    }

    static boolean holds(Booking booking) {
        return booking.state() == State.DRAFT && booking.hold() != null;
    }
}
