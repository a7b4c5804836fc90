package selfbooking.booking.submit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells requests when a booking is decided. Thread safe. */
public final class OutcomeWaiter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWaiter.class);

    /** Another instance tells nobody here what it decided: its decisions are polled for. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final ScheduledExecutorService timer;
    private final Executor checks;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    /** {@code timer} says when to check, and {@code checks} does so: a slow store must not hold the timer up. */
    public OutcomeWaiter(ScheduledExecutorService timer, Executor checks) {
        this.timer = timer;
        this.checks = checks;
    }

    /**
     * Checks a condition again and again.
     *
     * @return completes with true once the condition holds, with false after {@code atMost}; to be cancelled by whoever gives up sooner
     */
    public CompletableFuture<Boolean> when(BooleanSupplier decided, Duration atMost) {
        var waiter = new Waiter(decided);
        waiters.add(waiter);
        waiter.checkSoon();
        var polling = timer.scheduleWithFixedDelay(
                waiter::checkSoon, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
        var end = timer.schedule(() -> waiter.outcome.complete(false), atMost.toMillis(), TimeUnit.MILLISECONDS);
        var unused = waiter.outcome.whenComplete((outcome, failed) -> {
            waiters.remove(waiter);
            polling.cancel(false);
            end.cancel(false);
        });
        return waiter.outcome;
    }

    /** A booking of this instance was decided. */
    void happened() {
        waiters.forEach(Waiter::checkSoon);
    }

    private final class Waiter {
        final BooleanSupplier decided;
        final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        final AtomicBoolean queued = new AtomicBoolean();

        Waiter(BooleanSupplier decided) {
            this.decided = decided;
        }

        void checkSoon() {
            if (queued.compareAndSet(false, true)) {
                checks.execute(this::check);
            }
        }

        void check() {
            queued.set(false);
            try {
                if (!outcome.isDone() && decided.getAsBoolean()) {
                    outcome.complete(true);
                }
            } catch (RuntimeException e) {
                LOG.debug("the booking could not be read", e);
            }
        }
    }
}
