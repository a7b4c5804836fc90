package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.BothStores;
import selfbooking.TestRooms;
import selfbooking.TestStore;
import selfbooking.booking.Clinic;
import selfbooking.booking.Desk;
import selfbooking.booking.Desks;
import selfbooking.booking.diary.Slot;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateway;
import selfbooking.coreplus.Gateways;
import selfbooking.store.Store;
import selfbooking.web.server.TrustedProxies;
import selfbooking.web.server.WaitingRoom;

/** Pages of a clinic whose diary never answers, and of a fault of our own. */
class ErrorPagesTest {

    private static final Clinic CLINIC =
            new Clinic("clinic", "Our clinic", "02 5550 1234", 178, null, List.of(), Duration.ofMinutes(15), 12);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final WaitingRoom ROOM = TestRooms.usual();

    private Store store;
    private Gateway gateway;
    private Desk desk;
    private WebServer server;
    private final AtomicBoolean fault = new AtomicBoolean();

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        store = TestStore.open(folder);
        var meters = new SimpleMeterRegistry();
        gateway = Gateways.usual(CLOCK, meters);
        var api = gateway.diary(
                new Connection(URI.create("http://127.0.0.1:" + closedPort()), "consumer", "secret", "token"));
        desk = Desk.open(Desks.usual(CLINIC, api, store, ROOM, CLOCK));
        server = WebServer.start(new WebServer.Wiring(
                0,
                List.of(desk),
                ROOM,
                false,
                false,
                null,
                TrustedProxies.NONE,
                this::storeReady,
                () -> false,
                new WebServer.Metering(meters, () -> "", null),
                CLOCK));
    }

    /** Fails once when the test plants a fault. */
    private boolean storeReady() {
        if (fault.getAndSet(false)) {
            throw new IllegalStateException("told to nobody");
        }
        return store.ready();
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
        gateway.close();
        store.close();
    }

    @Test
    @BothStores
    void store_that_is_gone_is_503_with_the_phone_and_when_to_try_again() throws Exception {
        store.close();

        HttpResponse<String> page =
                send(request("/clinic/bookings/AAAAAAAAAAAAAAAAAAAAAA").GET());

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("30");
        assertThat(page.body())
                .contains("We cannot take bookings at the moment")
                .contains("02\u00a05550\u00a01234");
    }

    @Test
    void diary_that_does_not_answer_is_503_with_the_phone_and_when_to_try_again() throws Exception {
        HttpResponse<String> page = send(request("/clinic/times?part=morning").GET());

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("30");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("The clinic’s diary is not answering")
                .contains("02\u00a05550\u00a01234")
                .contains("/clinic/times?part=morning")
                .doesNotContain("demo");
    }

    @Test
    void nobody_starts_what_cannot_be_finished() throws Exception {
        Instant start = CLOCK.instant().plus(Duration.ofDays(2));
        String slot = desk.slotCode().write(new Slot("p", "l", "t", start, start.plusSeconds(1800)));

        HttpResponse<String> answer = send(request("/clinic/bookings")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("slot=" + slot)));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("Try again</a>");
    }

    @Test
    void fault_of_ours_gives_a_reference_and_none_of_its_words() throws Exception {
        fault.set(true);

        HttpResponse<String> page =
                send(request("/health/ready").header("X-Request-ID", "abc-123").GET());

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains("Sorry, there is a problem with the service")
                .contains("say the reference abc-123")
                .doesNotContain("told to nobody")
                .doesNotContain("Exception");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void live_depends_on_nothing() throws Exception {
        assertThat(send(request("/health/live").GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void frame_sites_default_to_our_own_pages() throws Exception {
        assertThat(send(request("/clinic/bookings/x").GET()).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("frame-ancestors 'self'"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
