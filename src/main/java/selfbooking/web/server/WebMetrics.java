package selfbooking.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Counts requests and kept pages; its labels are lines of the route table, methods that it has, and the hundreds of a status. */
public final class WebMetrics {

    private static final Duration[] TIMES = {
        Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5)
    };

    /** Anybody can invent a method. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /** All that requests are told apart by. */
    private record AnswerKind(String method, String route, int hundreds) {}

    private final MeterRegistry meters;
    private final Map<AnswerKind, Timer> answers = new ConcurrentHashMap<>();
    private final Counter hits;
    private final Counter renders;

    public WebMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.hits = counter("selfbooking.pages.hits", "views of a page that was kept, or being made already");
        this.renders =
                counter("selfbooking.pages.renders", "views for which a page was made that is kept from then on");
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(meters);
    }

    public void keeps(LongSupplier bytes) {
        Gauge.builder("selfbooking.pages.kept", bytes, LongSupplier::getAsLong)
                .strongReference(true)
                .baseUnit("bytes")
                .description("memory that kept pages take, plain and gzipped")
                .register(meters);
    }

    public void waits(IntSupplier requests) {
        Gauge.builder("selfbooking.http.waiting", requests, IntSupplier::getAsInt)
                .strongReference(true)
                .description("requests that wait for the diary, for their booking, or for a page that is being made")
                .register(meters);
    }

    void answered(String method, String route, int status, Duration took) {
        var kind = new AnswerKind(METHODS.contains(method) ? method : "other", route, status / 100);
        // a look first: computeIfAbsent may lock, also for a kind that is there
        var timer = answers.get(kind);
        (timer == null ? answers.computeIfAbsent(kind, this::timer) : timer).record(took);
    }

    /** Looked up by the registry anew for each request, it would cost a good part of a kept page. */
    private Timer timer(AnswerKind kind) {
        return Timer.builder("selfbooking.http.requests")
                .tags("method", kind.method(), "route", kind.route(), "status", kind.hundreds() + "xx")
                .description("requests by the route they came to, whatever stood in their address")
                .serviceLevelObjectives(TIMES)
                .register(meters);
    }

    public void viewed(boolean rendered) {
        (rendered ? renders : hits).increment();
    }
}
