package selfbooking.coreplus.http;

import dev.failsafe.CircuitBreaker;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.gate.NotSent;
import selfbooking.coreplus.gate.Threads;

/**
 * Keeps calls back from a server that is down: open when half of at least eight calls within 30 s failed, tried again in the background
 * every ten seconds, closed by the first answer. Thread safe.
 */
public final class Breaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final int FAILED_PERCENT = 50;
    private static final int FEWEST_CALLS = 8;
    private static final Duration LOOKED_AT = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int MOST_JITTER_MILLIS = 1_000;

    private final CircuitBreaker<Object> circuit;
    private final ScheduledExecutorService probing = Executors.newSingleThreadScheduledExecutor(Threads.named("probe"));
    private final SecureRandom random = new SecureRandom();
    private volatile Runnable probe = () -> {};

    Breaker() {
        this(REST);
    }

    /** With another rest between two probes. */
    Breaker(Duration rest) {
        circuit = CircuitBreaker.builder()
                .withFailureRateThreshold(FAILED_PERCENT, FEWEST_CALLS, LOOKED_AT)
                .withSuccessThreshold(1)
                .withDelay(rest)
                .onOpen(event -> opened(rest))
                .onClose(event -> LOG.info("coreplus answers again"))
                .build();
    }

    /** A cheap call in the background lane. */
    public void probesWith(Runnable call) {
        probe = call;
    }

    private void opened(Duration rest) {
        LOG.warn("coreplus is down: calls are kept back, the next try in {} s", rest.toSeconds());
        if (!probing.isShutdown()) {
            var unused = probing.schedule(
                    this::probe, rest.toMillis() + 1 + random.nextInt(MOST_JITTER_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    private void probe() {
        try {
            probe.run();
        } catch (RuntimeException e) {
            LOG.debug("the probe failed", e);
        }
    }

    /**
     * Asks before each call; every call that is let in must be told of afterwards.
     *
     * @throws NotSent while the server is known to be down; in the background lane only until the next try is due
     */
    void admit(Lane lane) {
        boolean in = lane == Lane.BACKGROUND ? circuit.tryAcquirePermit() : circuit.isClosed();
        if (!in) {
            throw new NotSent("coreplus is down");
        }
    }

    void answered() {
        circuit.recordSuccess();
    }

    /** A refusal is an answer; a call that the gate kept back says nothing, unless it was to be the try. */
    void failed(DiaryFailure failure) {
        boolean down = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.NOT_UNDERSTOOD;
        if (failure.asked() ? down : circuit.isHalfOpen()) {
            circuit.recordFailure();
        } else if (failure.asked()) {
            circuit.recordSuccess();
        }
    }

    boolean isOpen() {
        return !circuit.isClosed();
    }

    @Override
    public void close() {
        probing.shutdownNow();
    }
}
