package selfbooking.web;

import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.booking.TimesFound;
import selfbooking.web.page.View;

/** The next dates that have times: for anyone, and for the owner of a draft who looks for another. */
final class TimesPage {

    private TimesPage() {}

    static Answer show(Visit visit) {
        TimesFound found = visit.desk().times().search(Search.of(visit.query()).query(), null);
        return Answer.lasting(
                View.TIMES,
                new TimesWords(visit, found, null).view(),
                Moments.validUntil(visit.now(), found.asOf(), found.validUntil()));
    }

    static Answer showOwn(Visit visit) {
        return Draft.search(visit, booking -> {
            Search search = Search.of(visit.query());
            Search sameType =
                    search.type() == null ? search.type(booking.offer().type().id()) : search;
            TimesFound found = visit.desk().times().search(sameType.query(), visit.key());
            return Answer.page(View.TIMES, new TimesWords(visit, found, booking).view());
        });
    }

    static boolean holds(Booking booking) {
        return booking.state() == State.DRAFT && booking.hold() != null;
    }
}
