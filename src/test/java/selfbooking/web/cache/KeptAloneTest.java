package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.SetClock;
import selfbooking.TestRooms;
import selfbooking.TestStore;
import selfbooking.booking.Clinic;
import selfbooking.booking.Desk;
import selfbooking.booking.Desks;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateway;
import selfbooking.coreplus.Gateways;
import selfbooking.sandbox.Sandbox;
import selfbooking.store.Store;
import selfbooking.web.WebServer;
import selfbooking.web.server.TrustedProxies;
import selfbooking.web.server.WaitingRoom;

/** A page that is kept asks nobody for anything. */
class KeptAloneTest {

    private static final Clinic CLINIC = new Clinic(
            "clinic", "Our clinic", null, 178, null, List.of(), Clinic.DEFAULT_NOTICE, Clinic.DEFAULT_HORIZON_WEEKS);

    private final SetClock clock = new SetClock();
    private final WaitingRoom room = TestRooms.usual();
    private Sandbox sandbox;
    private Store store;
    private Gateway gateway;
    private Desk desk;
    private WebServer server;

    /** At the beginning of a minute, so that the page is good for the whole test. */
    @BeforeEach
    void open(@TempDir Path folder) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
        clock.forward(Duration.between(clock.instant(), minute));
        sandbox = Sandbox.start(0, clock);
        store = TestStore.open(folder);
        var meters = new SimpleMeterRegistry();
        gateway = Gateways.usual(clock, meters);
        var api = gateway.diary(new Connection(
                URI.create(sandbox.url()), sandbox.consumerId(), sandbox.secret(), sandbox.accessToken()));
        desk = Desk.open(Desks.usual(CLINIC, api, store, room, clock));
        server = WebServer.start(new WebServer.Wiring(
                0,
                List.of(desk),
                room,
                false,
                false,
                null,
                TrustedProxies.NONE,
                store::ready,
                () -> true,
                new WebServer.Metering(meters, () -> "", null),
                clock));
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
        gateway.close();
        store.close();
        sandbox.close();
    }

    @Test
    void kept_page_is_shown_without_store_and_diary() throws Exception {
        get("/clinic/");
        HttpResponse<String> times = get("/clinic/times");
        HttpResponse<String> home = get("/clinic/");
        store.close();
        sandbox.close();

        assertThat(get("/clinic/").body()).isEqualTo(home.body()).contains("First available");
        assertThat(get("/clinic/times").body()).isEqualTo(times.body());
        assertThat(get("/clinic/?name=other").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
