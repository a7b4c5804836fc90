package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.Sandbox;

class WrongClockTest {

    @ParameterizedTest
    @ValueSource(ints = {-300, -5, 5, 300})
    void calls_work_by_the_server_s_clock_and_it_is_said_once(int seconds) {
        var wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        try (var sandbox = Sandbox.start(0, Clock.systemUTC());
                var gateway = Gateways.usual(wrong, new SimpleMeterRegistry());
                var log = new LogLines("selfbooking.coreplus.http.ServerClock")) {
            var api = gateway.api(connection(sandbox));
            assertThat(api.practitioners()).hasSize(5);
            assertThat(api.locations()).hasSize(2);
            assertThat(log.read()).hasSize(1).allMatch(line -> line.contains("clock is"));
        }
    }

    @Test
    void a_right_clock_is_not_worth_a_word() {
        try (var sandbox = Sandbox.start(0, Clock.systemUTC());
                var gateway = Gateways.usual(Clock.systemUTC(), new SimpleMeterRegistry());
                var log = new LogLines("selfbooking.coreplus.http.ServerClock")) {
            gateway.api(connection(sandbox)).locations();
            assertThat(log.read()).isEmpty();
        }
    }

    private static Connection connection(Sandbox sandbox) {
        return new Connection(URI.create(sandbox.url()), sandbox.consumerId(), sandbox.secret(), sandbox.accessToken());
    }
}
