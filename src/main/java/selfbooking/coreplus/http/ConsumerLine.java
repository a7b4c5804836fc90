package selfbooking.coreplus.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import selfbooking.coreplus.gate.Gate;

/** Everything that all clinics of one consumer share on their way to one server: the gate, and what is known of the server. */
public record ConsumerLine(
        Http wire, Breaker breaker, Retries retries, ServerClock clock, CallMetrics traffic, LongSupplier nanos)
        implements AutoCloseable {

    public static ConsumerLine open(
            Map<String, String> headers,
            CallDeadlines limits,
            Gate gate,
            Clock clock,
            LongSupplier nanos,
            MeterRegistry meters,
            int number) {
        var traffic = new CallMetrics(meters, number);
        var breaker = new Breaker();
        traffic.watch(gate, breaker);
        return new ConsumerLine(
                new Http(headers, limits, gate, traffic, nanos),
                breaker,
                new Retries(new RetryBudget(nanos), traffic::retried),
                new ServerClock(clock),
                traffic,
                nanos);
    }

    @Override
    public void close() {
        breaker.close();
        wire.close();
    }
}
