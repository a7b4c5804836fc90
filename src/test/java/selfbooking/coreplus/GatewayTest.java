package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;

class GatewayTest {

    private static final String PLACES = Stub.json(200, "{\"locations\":[]}");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void clinics_of_one_consumer_share_ten_calls_and_others_have_their_own() throws Exception {
        var callers = Executors.newFixedThreadPool(24);
        var open = new CountDownLatch(1);
        try (var stub = new Stub(heard -> Stub.once(open, PLACES));
                var gateway = Gateways.usual(Clock.systemUTC(), meters)) {
            var one = gateway.api(of(stub, "consumer", "clinic-1"));
            var two = gateway.api(of(stub, "consumer", "clinic-2"));
            var other = gateway.api(of(stub, "another", "clinic-3"));
            var calls = IntStream.range(0, 24)
                    .mapToObj(n -> callers.submit(List.of(one, two, other).get(n % 3)::locations))
                    .toList();
            Wait.until(
                    "seven calls of each on their way, the others in line",
                    () -> stub.heard().size() == 14 && waiting("1") == 9 && waiting("2") == 1);
            open.countDown();
            for (var call : calls) {
                assertThat(call.get()).isEmpty();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void what_goes_over_a_line_is_counted_without_a_name() {
        try (var stub = new Stub(heard -> PLACES);
                var gateway = Gateways.usual(Clock.systemUTC(), meters)) {
            gateway.api(of(stub, "consumer", "clinic-1")).locations();
            assertThat(meters.get("selfbooking.coreplus.calls")
                            .tags("gate", "1", "call", "location list", "outcome", "ok")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("selfbooking.coreplus.gate.wait")
                            .tag("lane", "looking")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.getMeters().toString()).doesNotContain("clinic-1", "consumer", "127.0.0.1");
        }
    }

    private static Connection of(Stub stub, String consumer, String accessToken) {
        return new Connection(stub.uri(), consumer, "secret", accessToken);
    }

    private double waiting(String gate) {
        return meters.get("selfbooking.coreplus.gate.waiting")
                .tags("gate", gate, "lane", "looking")
                .gauge()
                .value();
    }
}
