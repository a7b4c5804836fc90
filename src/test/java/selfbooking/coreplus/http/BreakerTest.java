package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Stub;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.Samples;
import selfbooking.coreplus.gate.Gates;

class BreakerTest {

    private static final String PLACES = Stub.json(200, "{\"locations\":[]}");

    private final AtomicBoolean down = new AtomicBoolean(true);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void eight_failures_open_it_and_then_nothing_is_sent() {
        try (var stub = new Stub(heard -> Stub.json(503, "{}"));
                var line = line(Duration.ofHours(1))) {
            var api = api(stub, line);
            failures(api, 8);
            assertThat(line.breaker().isOpen()).isTrue();
            assertThat(stub.heard()).hasSize(8);
            var failure = Apis.failure(() -> api.in(Lane.SUBMIT).book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.unclear()).as("surely not sent").isFalse();
            Apis.failure(api.in(Lane.BACKGROUND)::locations);
            assertThat(stub.heard()).hasSize(8);
            assertThat(meters.get("selfbooking.coreplus.breaker.open").gauge().value())
                    .isEqualTo(1);
        }
    }

    @Test
    void tries_again_in_the_background_and_closes_without_anyone_asking() {
        try (var stub = new Stub(heard -> down.get() ? Stub.json(503, "{}") : PLACES);
                var line = line(Duration.ofMillis(50))) {
            var api = api(stub, line);
            line.breaker().probesWith(api.in(Lane.BACKGROUND)::locations);
            failures(api, 8);
            assertThat(line.breaker().isOpen()).isTrue();
            int before = stub.heard().size();
            Wait.until("the try", () -> stub.heard().size() > before);
            assertThat(line.breaker().isOpen()).as("the try failed as well").isTrue();
            down.set(false);
            Wait.until("an answer", () -> !line.breaker().isOpen());
            assertThat(api.locations()).isEmpty();
        }
    }

    @Test
    void refusals_are_answers() {
        try (var stub = new Stub(heard -> Stub.json(400, "{\"result\":[{\"severity\":2,\"reason\":\"No\"}]}"));
                var line = line(Duration.ofHours(1))) {
            var api = api(stub, line);
            failures(api, 12);
            assertThat(line.breaker().isOpen()).isFalse();
            assertThat(stub.heard()).hasSize(12);
        }
    }

    @Test
    void some_failures_among_answers_leave_it_closed() {
        try (var stub = new Stub(heard -> heard.method().equals("POST") ? Stub.json(500, "{}") : PLACES);
                var line = line(Duration.ofHours(1))) {
            var api = api(stub, line);
            for (int call = 0; call < 5; call++) {
                api.locations();
                api.locations();
                failures(api, 1);
            }
            assertThat(line.breaker().isOpen()).isFalse();
        }
    }

    private ConsumerLine line(Duration rest) {
        var opened = ConsumerLine.open(
                Http.HEADERS,
                CallDeadlines.USUAL,
                Gates.own(),
                Clock.systemUTC(),
                System::nanoTime,
                new SimpleMeterRegistry(),
                2);
        var breaker = new Breaker(rest);
        new CallMetrics(meters, 1).watch(Gates.own(), breaker);
        return new ConsumerLine(
                opened.wire(), breaker, opened.retries(), opened.clock(), opened.traffic(), opened.nanos());
    }

    private static Api api(Stub stub, ConsumerLine line) {
        var connection = stub.connection();
        return new Api(connection, line, new Token(connection, line.clock())::authorization, Lane.LOOKING);
    }

    /** Writes, since each is one call. */
    private static void failures(Api api, int calls) {
        for (int call = 0; call < calls; call++) {
            Apis.failure(() -> api.book(Samples.APPOINTMENT));
        }
    }
}
