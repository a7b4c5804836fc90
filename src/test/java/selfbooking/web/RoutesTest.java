package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.TestRooms;
import selfbooking.booking.Desk;
import selfbooking.web.server.Assets;
import selfbooking.web.server.Health;
import selfbooking.web.server.MetricsPage;
import selfbooking.web.server.RootRedirect;
import selfbooking.web.server.Route;
import selfbooking.web.server.StaticFiles;
import selfbooking.web.server.TrustedProxies;

/** Nothing answers that is not in the table. */
class RoutesTest {

    @Test
    void server_has_the_routes_of_the_table_and_no_other() {
        List<String> table = routes().all().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();

        assertThat(registered()).containsExactlyInAnyOrderElementsOf(table);
    }

    @Test
    void whatever_stands_behind_a_key_is_never_kept() {
        assertThat(routes().all().stream().filter(route -> route.path().contains("/bookings")))
                .isNotEmpty()
                .allMatch(route -> route.keeping() == Route.Keeping.NO_STORE);
    }

    @Test
    void changes_are_made_by_post_only() {
        assertThat(routes().all().stream().map(route -> route.method().name()).distinct())
                .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    private static Routes routes() {
        return new Routes(
                new RootRedirect(List.of()),
                new StaticFiles(new Assets(false)),
                new Health(() -> true, () -> true),
                new MetricsPage(metering()));
    }

    private static WebServer.Metering metering() {
        return new WebServer.Metering(new SimpleMeterRegistry(), () -> "", null);
    }

    private static Stream<String> registered() {
        return WebServer.registered(new WebServer.Wiring(
                        0,
                        List.<Desk>of(),
                        TestRooms.of(1),
                        true,
                        false,
                        null,
                        TrustedProxies.NONE,
                        () -> true,
                        () -> true,
                        metering(),
                        Clock.systemUTC()))
                .stream()
                .map(RoutesTest::line);
    }

    private static String line(ParsedEndpoint parsed) {
        HandlerType method = parsed.endpoint.method;
        return method.name() + " " + parsed.endpoint.path;
    }
}
