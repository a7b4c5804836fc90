package selfbooking.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static selfbooking.web.server.Route.Framing.ALONE;
import static selfbooking.web.server.Route.Framing.FRAMABLE;
import static selfbooking.web.server.Route.Keeping.FOREVER;
import static selfbooking.web.server.Route.Keeping.KEPT;
import static selfbooking.web.server.Route.Keeping.NO_CACHE;
import static selfbooking.web.server.Route.Keeping.NO_STORE;

import java.util.List;
import java.util.stream.Stream;
import selfbooking.web.draft.CheckPage;
import selfbooking.web.draft.DetailsPage;
import selfbooking.web.draft.DraftActions;
import selfbooking.web.draft.NewDraft;
import selfbooking.web.home.HomePage;
import selfbooking.web.outcome.OutcomePage;
import selfbooking.web.server.Health;
import selfbooking.web.server.MetricsPage;
import selfbooking.web.server.RootRedirect;
import selfbooking.web.server.Route;
import selfbooking.web.server.StaticFiles;
import selfbooking.web.times.TimesPage;

/** Every address that answers. Nothing is registered elsewhere. */
final class Routes {

    private final RootRedirect entrance;
    private final StaticFiles files;
    private final Health health;
    private final MetricsPage metrics;

    Routes(RootRedirect entrance, StaticFiles files, Health health, MetricsPage metrics) {
        this.entrance = entrance;
        this.files = files;
        this.health = health;
        this.metrics = metrics;
    }

    /** What is asked for most comes first: that many fewer patterns are tried for it. */
    List<Route> table() {
        return List.of(
                new Route(GET, "/{clinic}/times", TimesPage::show, FRAMABLE, KEPT),
                new Route(GET, "/{clinic}/", HomePage::show, FRAMABLE, KEPT),
                new Route(GET, "/", entrance::show, ALONE, NO_CACHE),
                new Route(GET, "/static/{hash}/{name}", files::show, ALONE, FOREVER),
                new Route(GET, "/health/live", health::live, ALONE, NO_STORE),
                new Route(GET, "/health/ready", health::ready, ALONE, NO_STORE),
                new Route(GET, "/metrics", metrics::show, ALONE, NO_STORE),
                new Route(GET, "/{clinic}", RootRedirect::withSlash, FRAMABLE, NO_CACHE),
                new Route(POST, "/{clinic}/bookings", NewDraft::start, FRAMABLE, NO_STORE),
                new Route(GET, "/{clinic}/bookings/{key}", OutcomePage::show, FRAMABLE, NO_STORE),
                new Route(GET, "/{clinic}/bookings/{key}/details", DetailsPage::show, FRAMABLE, NO_STORE),
                new Route(POST, "/{clinic}/bookings/{key}/details", DetailsPage::send, FRAMABLE, NO_STORE),
                new Route(GET, "/{clinic}/bookings/{key}/check", CheckPage::show, FRAMABLE, NO_STORE),
                new Route(POST, "/{clinic}/bookings/{key}/check", CheckPage::send, FRAMABLE, NO_STORE),
                new Route(GET, "/{clinic}/bookings/{key}/times", TimesPage::showOwn, FRAMABLE, NO_STORE),
                new Route(POST, "/{clinic}/bookings/{key}/swap", DraftActions::swap, FRAMABLE, NO_STORE),
                new Route(POST, "/{clinic}/bookings/{key}/extend", DraftActions::extend, FRAMABLE, NO_STORE),
                new Route(POST, "/{clinic}/bookings/{key}/release", DraftActions::release, FRAMABLE, NO_STORE));
    }

    /** With HEAD wherever there is GET. */
    List<Route> all() {
        Stream<Route> heads =
                table().stream().filter(route -> route.method().equals(GET)).map(Route::asHead);
        return Stream.concat(table().stream(), heads).toList();
    }
}
