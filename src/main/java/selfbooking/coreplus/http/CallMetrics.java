package selfbooking.coreplus.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.gate.Gate;

/** Counts what goes over one line; its labels are the number of the gate, lanes, kinds of call and kinds of failure. */
final class CallMetrics {

    private static final Duration[] WAITS = {
        Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final Tags gate;

    CallMetrics(MeterRegistry meters, int gate) {
        this.meters = meters;
        this.gate = Tags.of("gate", Integer.toString(gate));
    }

    void watch(Gate gate, Breaker breaker) {
        for (var lane : Lane.values()) {
            var tags = tagged(lane);
            Gauge.builder("selfbooking.coreplus.gate.waiting", gate, g -> g.waiting(lane))
                    .tags(tags)
                    .description("calls that wait for a permit")
                    .register(meters);
            Gauge.builder("selfbooking.coreplus.gate.held", gate, g -> g.held(lane))
                    .tags(tags)
                    .description("permits of the ten that are not back yet")
                    .register(meters);
        }
        gauge("selfbooking.coreplus.gate.shut", "1 while the server wants quiet", gate, g -> g.isShut() ? 1 : 0);
        gauge("selfbooking.coreplus.breaker.open", "1 while the server is down", breaker, b -> b.isOpen() ? 1 : 0);
    }

    private <T> void gauge(String name, String meaning, T watched, ToDoubleFunction<T> value) {
        Gauge.builder(name, watched, value).tags(gate).description(meaning).register(meters);
    }

    void waited(Lane lane, long nanos) {
        Timer.builder("selfbooking.coreplus.gate.wait")
                .tags(tagged(lane))
                .description("from asking for a permit to having one")
                .serviceLevelObjectives(WAITS)
                .register(meters)
                .record(Duration.ofNanos(nanos));
    }

    void keptBack(Lane lane) {
        count("selfbooking.coreplus.gate.refused", "calls that got no permit in time", tagged(lane));
    }

    void throttled() {
        count("selfbooking.coreplus.throttled", "answers with status 429", gate);
    }

    void retried() {
        count("selfbooking.coreplus.retries", "reads that were repeated", gate);
    }

    void called(Call call, String outcome, long nanos) {
        Timer.builder("selfbooking.coreplus.calls")
                .tags(gate.and("call", call.operation(), "outcome", outcome.toLowerCase(Locale.ROOT)))
                .description("exchanges with the server, by how they ended")
                .register(meters)
                .record(Duration.ofNanos(nanos));
    }

    private void count(String name, String meaning, Tags tags) {
        Counter.builder(name).tags(tags).description(meaning).register(meters).increment();
    }

    private Tags tagged(Lane lane) {
        return gate.and("lane", lane.name().toLowerCase(Locale.ROOT));
    }
}
