package selfbooking.web;

import java.util.List;
import selfbooking.booking.HomeFound;
import selfbooking.web.page.View;

/** The clinic's first page: who is free, and when next. */
final class HomePage {

    private HomePage() {}

    static Answer show(Visit visit) {
        Search search =
                Search.of(visit.query()).practitioners(List.of()).part(null).from(null);
        String name = visit.query().given("name").orElse("");
        HomeFound found = visit.desk().times().home(search.query());
        return Answer.lasting(
                View.HOME,
                new HomeWords(visit, found, name).view(),
                Moments.validUntil(visit.now(), found.asOf(), found.validUntil()));
    }
}
