package selfbooking.web.home;

import java.util.List;
import selfbooking.booking.times.HomeFound;
import selfbooking.web.parts.Query;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.parts.View;
import selfbooking.web.server.Request;
import selfbooking.web.server.Response;

/** The clinic's first page: who is free, and when next. */
public final class HomePage {

    private HomePage() {}

    public static Response show(Request visit) {
        Query search =
                Query.of(visit.query()).practitioners(List.of()).part(null).from(null);
        String name = visit.query().given("name").orElse("");
        HomeFound found = visit.desk().times().home(search.query());
        return Response.lasting(
                View.HOME,
                new HomePresenter(visit, found, name).view(),
                TimePhrases.validUntil(visit.now(), found.asOf(), found.validUntil()),
                found.diaryVersion());
    }
}
