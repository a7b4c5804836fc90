package selfbooking.coreplus;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.gate.Gate;
import selfbooking.coreplus.gate.Permits;
import selfbooking.coreplus.http.CallDeadlines;
import selfbooking.coreplus.http.ConsumerLine;
import selfbooking.coreplus.http.Http;
import selfbooking.coreplus.http.Token;

/**
 * All ways out of this installation to coreplus: one gate of ten calls a second for each consumer at each address, whatever clinic or
 * thread the calls come from. Thread safe.
 */
public final class Gateway implements AutoCloseable {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private record Consumer(URI url, String consumerId) {}

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration rest;
    private final MeterRegistry meters;
    private final Permits.Source permits;
    private final ScheduledExecutorService timer;
    private final Map<Consumer, ConsumerLine> lines = new ConcurrentHashMap<>();

    /**
     * Opens nothing yet.
     *
     * @param clock dates tokens until an answer has told the server's own time
     * @param nanos the ticker by which calls are counted
     * @param timer brings permits back and ends waiting, each work a short one; has to outlive the gateway
     * @param permits may be shared with other processes
     */
    public Gateway(
            Clock clock,
            LongSupplier nanos,
            ScheduledExecutorService timer,
            MeterRegistry meters,
            Permits.Source permits) {
        this(clock, nanos, timer, A_SECOND, meters, permits);
    }

    /** With another rest of a permit after its call, for a server that counts no calls. */
    Gateway(
            Clock clock,
            LongSupplier nanos,
            ScheduledExecutorService timer,
            Duration rest,
            MeterRegistry meters,
            Permits.Source permits) {
        this.clock = clock;
        this.nanos = nanos;
        this.timer = timer;
        this.rest = rest;
        this.meters = meters;
        this.permits = permits;
    }

    /** One clinic's diary; its calls end when the gateway is closed. */
    public DiaryPort diary(Connection connection) {
        return new CoreplusDiary(api(connection), clock);
    }

    /** One clinic's calls, as a patient looking makes them. */
    Api api(Connection connection) {
        var line = lines.computeIfAbsent(new Consumer(connection.url(), connection.consumerId()), this::line);
        var api = new Api(connection, line, new Token(connection, line.clock())::authorization, Lane.LOOKING);
        line.breaker().probesWith(api.in(Lane.BACKGROUND)::locations);
        return api;
    }

    private ConsumerLine line(Consumer consumer) {
        var name = consumer.url() + " " + consumer.consumerId();
        var gate = new Gate(news -> permits.of(name, news), rest, nanos, timer);
        return ConsumerLine.open(
                Http.HEADERS, CallDeadlines.USUAL, gate, clock, nanos, timer, meters, lines.size() + 1);
    }

    /** Ends waiting and running calls. */
    @Override
    public void close() {
        lines.values().forEach(ConsumerLine::close);
    }
}
