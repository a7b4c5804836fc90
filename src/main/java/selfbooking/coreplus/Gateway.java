package selfbooking.coreplus;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.gate.Gate;
import selfbooking.coreplus.gate.Lane;
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

    private record Consumer(URI url, String consumerId) {}

    private final Clock clock;
    private final MeterRegistry meters;
    private final Permits.Source permits;
    private final Map<Consumer, ConsumerLine> lines = new ConcurrentHashMap<>();

    /** Opens nothing yet; the clock dates tokens until an answer has told the server's own time. */
    public Gateway(Clock clock, MeterRegistry meters) {
        this(clock, meters, (consumer, news) -> new Permits.Own());
    }

    /** The same with permits that may be shared with other processes. */
    public Gateway(Clock clock, MeterRegistry meters, Permits.Source permits) {
        this.clock = clock;
        this.meters = meters;
        this.permits = permits;
    }

    /** One clinic's calls, as a patient looking makes them; they end when the gateway is closed. */
    public Api api(Connection connection) {
        var line = lines.computeIfAbsent(new Consumer(connection.url(), connection.consumerId()), this::line);
        var api = new Api(connection, line, new Token(connection, line.clock())::authorization, () -> Lane.LOOKING);
        line.breaker().probesWith(api.in(Lane.BACKGROUND)::locations);
        return api;
    }

    private ConsumerLine line(Consumer consumer) {
        var gate = new Gate(news -> permits.of(consumer.url() + " " + consumer.consumerId(), news));
        return ConsumerLine.open(Http.HEADERS, CallDeadlines.USUAL, gate, clock, meters, lines.size() + 1);
    }

    /** Ends waiting and running calls. */
    @Override
    public void close() {
        lines.values().forEach(ConsumerLine::close);
    }
}
