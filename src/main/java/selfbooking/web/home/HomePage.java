package selfbooking.web.home;

import java.util.List;
import selfbooking.booking.times.HomeFound;
import selfbooking.booking.times.Query;
import selfbooking.web.parts.QueryAddress;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The clinic's first page: who is free, and when next. */
public final class HomePage {

    /** A part of a practitioner's name. */
    private static final String NAME = "name";

    private HomePage() {}

    public static Response show(Request request) {
        Query asked = QueryAddress.read(request.query())
                .practitioners(List.of())
                .part(null)
                .from(null);
        Query query = request.desk().times().known(asked);
        String name = request.query().given(NAME).orElse("");
        String address = address(request, query, name);
        return new Response.Cacheable(address, query.ignored(), now -> page(request.at(now), query, address, name));
    }

    private static Response.Lasting page(Request request, Query query, String address, String name) {
        HomeFound found = request.desk().times().home(query);
        return Response.lasting(
                View.HOME,
                new HomePresenter(request, found, address, name).view(),
                TimePhrases.validUntil(request.now(), found.basis()),
                found.basis().diaryVersion());
    }

    private static String address(Request request, Query query, String name) {
        String address = QueryAddress.write(request.addresses().home(), query);
        return name.isEmpty() ? address : QueryAddress.with(address, NAME, name);
    }
}
