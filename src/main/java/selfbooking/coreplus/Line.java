package selfbooking.coreplus;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Everything that all clinics of one consumer share on their way to one server: the gate, and what is known of the server. */
record Line(Wire wire, Breaker breaker, Retries retries, ServerClock clock, Traffic traffic) implements AutoCloseable {

    static Line open(
            Map<String, String> headers, Limits limits, Gate gate, Clock clock, MeterRegistry meters, int number) {
        var traffic = new Traffic(meters, number);
        var breaker = new Breaker();
        traffic.watch(gate, breaker);
        return new Line(
                new Wire(headers, limits, gate, traffic),
                breaker,
                new Retries(new RetryBudget(System::nanoTime), traffic::retried),
                new ServerClock(clock),
                traffic);
    }

    static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, "coreplus-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        breaker.close();
        wire.close();
    }
}
