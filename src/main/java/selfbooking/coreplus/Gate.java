package selfbooking.coreplus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets ten calls a second through, as the server sees them, first lane first (API notes, section 2.5).
 *
 * <p>A permit comes back a second after its call has ended, not after it was taken: a slow connection delays the arrival at the server,
 * and it is arrivals that are counted. Thread safe.
 */
final class Gate implements AutoCloseable {

    static final int CALLS_A_SECOND = 10;

    private static final int MOST_WAITING = 200;
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Semaphore permits = new Semaphore(CALLS_A_SECOND);
    private final Map<Lane, Queue> queues = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Line.named("gate"));
    private final Pace pace = new Pace(System::nanoTime);
    private boolean closed;

    /** Of one lane. */
    private static final class Queue {
        final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        int held;
    }

    private Queue queue(Lane lane) {
        return queues.computeIfAbsent(lane, first -> new Queue());
    }

    /**
     * Waits for a permit, which {@link #leave} must give back.
     *
     * @throws NotSent when the queue is full, or no permit came in time
     * @throws RejectedExecutionException once closed
     */
    void enter(Lane lane, Duration longest) {
        var turn = queued(lane, longest);
        try {
            turn.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(lane, turn);
        } catch (TimeoutException e) {
            giveUp(lane, turn);
        } catch (ExecutionException e) {
            throw new RejectedExecutionException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Void> queued(Lane lane, Duration longest) {
        if (closed) {
            throw new RejectedExecutionException("the gate is closed");
        }
        if (queue(lane).waiting.size() >= MOST_WAITING || pace.shutFor().compareTo(longest) > 0) {
            throw new NotSent("no turn at the gate in time");
        }
        var turn = new CompletableFuture<Void>();
        queue(lane).waiting.add(turn);
        handOut();
        return turn;
    }

    /** A permit that was handed out in the same moment is used all the same. */
    private synchronized void giveUp(Lane lane, CompletableFuture<Void> turn) {
        if (queue(lane).waiting.removeIf(other -> other == turn)) {
            throw new NotSent("no turn at the gate in time");
        }
    }

    private void handOut() {
        for (var lane : Lane.values()) {
            var queue = queue(lane);
            while (!queue.waiting.isEmpty() && !pace.isShut() && mayHoldMore(lane) && permits.tryAcquire()) {
                queue.held++;
                queue.waiting.remove().complete(null);
            }
        }
    }

    /** Each lane leaves to the ones before it what is theirs. */
    private boolean mayHoldMore(Lane asking) {
        return Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(asking) <= 0)
                .allMatch(lane -> heldFrom(lane) < lane.share());
    }

    private int heldFrom(Lane first) {
        return Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(first) >= 0)
                .mapToInt(lane -> queue(lane).held)
                .sum();
    }

    /** The call has ended; its permit comes back in a second. */
    void leave(Lane lane) {
        pace.wentWell();
        giveBack(lane, A_SECOND);
    }

    /**
     * The server says that it was too many, as others share its limit: nothing leaves for as long as it asks, or for a jittered while
     * that grows, and this call's permit stays away longer, so that the pace is lower for some time.
     */
    void leaveThrottled(Lane lane, @Nullable Duration retryAfter) {
        synchronized (this) {
            var pause = pace.throttled(retryAfter);
            later(pause, () -> {});
            giveBack(lane, pause.plus(pace.withheld()));
        }
    }

    private void giveBack(Lane lane, Duration after) {
        later(after, () -> {
            queue(lane).held--;
            permits.release();
        });
    }

    private synchronized void later(Duration after, Runnable change) {
        if (!closed) {
            var unused = timer.schedule(() -> changed(change), after.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void changed(Runnable change) {
        change.run();
        handOut();
    }

    synchronized int waiting(Lane lane) {
        return queue(lane).waiting.size();
    }

    synchronized int held(Lane lane) {
        return queue(lane).held;
    }

    /** Whether the server asked for quiet. */
    boolean isShut() {
        return pace.isShut();
    }

    /** Whoever waits is refused. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
        queues.values().forEach(queue -> {
            queue.waiting.forEach(turn -> turn.completeExceptionally(new IllegalStateException("closed")));
            queue.waiting.clear();
        });
    }
}
