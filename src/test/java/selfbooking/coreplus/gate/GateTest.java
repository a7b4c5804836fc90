package selfbooking.coreplus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.Arrivals;
import selfbooking.Wait;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateways;
import selfbooking.coreplus.Stub;
import selfbooking.coreplus.Stub.Heard;
import selfbooking.coreplus.api.Console;
import selfbooking.coreplus.api.Samples;
import selfbooking.coreplus.http.CallDeadlines;
import selfbooking.coreplus.http.Http;
import selfbooking.sandbox.Sandbox;

class GateTest {

    private static final CallDeadlines SHORT = new CallDeadlines(Duration.ofMillis(400), Duration.ofMillis(400));
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String STALLED = "HTTP/1.1 200 Stub\r\nContent-Length: 5000\r\n\r\n{";

    private final ExecutorService patients = Executors.newFixedThreadPool(60);

    @AfterEach
    void end() {
        patients.shutdownNow();
    }

    @Test
    void a_stalled_body_ends_at_the_deadline() {
        try (var stub = new Stub(heard -> STALLED)) {
            var api = stub.api(SHORT);
            long begun = System.nanoTime();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.unclear()).isTrue();
        }
    }

    @Test
    void a_stalled_head_ends_at_the_deadline() {
        try (var stub = new Stub(heard -> "HTTP/1.1 200 Stub\r\n")) {
            var api = stub.api(SHORT);
            assertThat(Apis.failure(() -> api.clients("a", DAY)).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void the_eleventh_call_is_told_that_there_is_no_turn_for_it() throws Exception {
        var open = new CountDownLatch(1);
        try (var stub = new Stub(heard -> Stub.once(open, Stub.json(200, Samples.APPOINTMENT_JSON)))) {
            var api = Apis.over(
                    stub.connection(), Http.HEADERS, new CallDeadlines(Duration.ofMillis(100), Duration.ofSeconds(20)));
            var bookings = submit(10, () -> api.in(Lane.SUBMIT).book(Samples.APPOINTMENT));
            Wait.until("ten calls on their way", () -> stub.heard().size() == 10);
            var failure = Apis.failure(() -> api.clients("a", DAY));
            assertThat(failure.kind()).isEqualTo(Kind.TOO_MANY);
            assertThat(failure.unclear()).isFalse();
            open.countDown();
            assertThat(kinds(bookings)).isEmpty();
            assertThat(stub.heard()).hasSize(10);
        }
    }

    @Test
    void every_permit_comes_back_however_the_call_ends() throws Exception {
        var replies = List.of(STALLED, Stub.json(500, "{}"), Stub.json(200, "{"), Stub.json(429, ""), "?\r\n\r\n");
        try (var stub = new Stub(heard -> heard.method().equals("POST") ? reply(replies, heard) : clients())) {
            var api = Apis.over(
                    stub.connection(), Http.HEADERS, new CallDeadlines(Duration.ofSeconds(10), Duration.ofMillis(300)));
            var failed = new ArrayList<Future<Optional<Kind>>>();
            for (int reply = 0; reply < replies.size() + 1; reply++) {
                var id = Integer.toString(reply);
                failed.addAll(submit(2, () -> api.delete(id)));
            }
            assertThat(kinds(failed)).hasSize(12);
            var reads = submit(30, () -> api.clients("a", DAY));
            assertThat(kinds(reads)).isEmpty();
        }
    }

    @Test
    void a_closed_client_refuses_clearly() {
        try (var stub = new Stub(heard -> clients())) {
            var gateway = Gateways.usual(Clock.systemUTC(), new SimpleMeterRegistry());
            var api = Gateways.api(gateway, stub.connection());
            gateway.close();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.unclear()).isFalse();
            assertThat(stub.heard()).isEmpty();
        }
    }

    @Test
    void sixty_at_once_arrive_ten_a_second_at_most() throws Exception {
        try (var sandbox = Sandbox.start(0, Clock.systemUTC())) {
            var api = Apis.over(connection(sandbox), Http.HEADERS, Apis.PATIENT);
            assertThat(kinds(submit(60, api::practitioners))).isEmpty();
            var calls = new Console(sandbox.url()).calls();
            assertThat(calls).hasSize(60).allMatch(call -> call.path("status").asInt() == 200);
            assertThat(Arrivals.mostInASecond(calls)).isBetween(2, 10);
        }
    }

    private static Connection connection(Sandbox sandbox) {
        return new Connection(URI.create(sandbox.url()), sandbox.consumerId(), sandbox.secret(), sandbox.accessToken());
    }

    private List<Future<Optional<Kind>>> submit(int times, Runnable call) {
        return IntStream.range(0, times)
                .mapToObj(n -> patients.submit(() -> Apis.kind(call)))
                .toList();
    }

    private static List<Kind> kinds(List<Future<Optional<Kind>>> calls) throws Exception {
        var kinds = new ArrayList<Kind>();
        for (var call : calls) {
            call.get().ifPresent(kinds::add);
        }
        return kinds;
    }

    private static String clients() {
        return Stub.json(200, "{\"clients\":[]}");
    }

    /** One more than there are replies: the connection is dropped. */
    private static @Nullable String reply(List<String> replies, Heard heard) {
        int number = Integer.parseInt(heard.target().replaceFirst(".*/(\\d+)/$", "$1"));
        return number < replies.size() ? replies.get(number) : null;
    }
}
