package selfbooking.web.times;

import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.TimesFound;
import selfbooking.web.draft.DraftSteps;
import selfbooking.web.parts.QueryAddress;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The next dates that have times: for anyone, and for the owner of a draft who looks for another. */
public final class TimesPage {

    private TimesPage() {}

    public static Response show(Request request) {
        Query query = request.desk().times().known(QueryAddress.read(request.query()));
        String address = QueryAddress.write(request.addresses().times(), query);
        return new Response.Cacheable(address, query.ignored(), now -> page(request.at(now), query, address));
    }

    private static Response.Lasting page(Request request, Query query, String address) {
        TimesFound found = request.desk().times().search(query, null);
        return Response.lasting(
                View.TIMES,
                new TimesPresenter(request, found, address, null).view(),
                TimePhrases.validUntil(request.now(), found.basis()),
                found.basis().diaryVersion());
    }

    public static Response showOwn(Request request) {
        return DraftSteps.search(request, booking -> {
            Query query = QueryAddress.read(request.query());
            String address = QueryAddress.write(request.addresses().times(request.key()), query);
            Query sameType =
                    query.type() == null ? query.type(booking.offer().type().id()) : query;
            TimesFound found = request.desk().times().search(sameType, request.key());
            return Response.page(View.TIMES, new TimesPresenter(request, found, address, booking).view());
        });
    }

    static boolean holds(Booking booking) {
        return booking.state() == State.DRAFT && booking.hold() != null;
    }
}
