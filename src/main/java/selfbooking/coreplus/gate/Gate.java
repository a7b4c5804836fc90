package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.http.ConsumerLine;

/**
 * Lets ten calls a second through, as the server sees them, first lane first (API notes, section 2.5).
 *
 * <p>A permit comes back a second after its call has ended, not after it was taken: a slow connection delays the arrival at the server,
 * and it is arrivals that are counted. Thread safe.
 */
public final class Gate implements AutoCloseable {

    static final int CALLS_A_SECOND = Permits.ALL;

    private static final int MOST_WAITING = 200;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(20);

    /** So many of the ten are enough for bookings while patients wait for a page. */
    private static final int ENOUGH_FOR_BOOKINGS = 8;

    private final Permits permits;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Lane, Integer> held = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ConsumerLine.named("gate"));
    private final Pace pace = new Pace(System::nanoTime);
    private boolean looksAgain;
    private boolean closed;

    /** In the order of their coming; the lane may become an earlier one meanwhile. */
    private record Waiting(Supplier<Lane> lane, CompletableFuture<Lane> turn) {}

    public Gate() {
        this(news -> new Permits.Own());
    }

    /** Permits that other processes share are asked for again when they bring news. */
    public Gate(Function<Runnable, Permits> permits) {
        this.permits = permits.apply(() -> changed(() -> {}));
    }

    /**
     * Waits for a permit, which {@link #leave} must give back.
     *
     * @return the lane in which it was given
     * @throws NotSent when too many wait in the lane, or no permit came in time
     * @throws RejectedExecutionException once closed
     */
    public Lane enter(Supplier<Lane> lane, Duration longest) {
        var turn = queued(lane, longest);
        try {
            return turn.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(turn);
        } catch (TimeoutException e) {
            return givenUp(turn);
        } catch (ExecutionException e) {
            throw new RejectedExecutionException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Lane> queued(Supplier<Lane> lane, Duration longest) {
        if (closed) {
            throw new RejectedExecutionException("the gate is closed");
        }
        if (waiting(lane.get()) >= MOST_WAITING || pace.shutFor().compareTo(longest) > 0) {
            throw noTurn();
        }
        var turn = new CompletableFuture<Lane>();
        waiting.add(new Waiting(lane, turn));
        handOut();
        lookAgainSoon();
        return turn;
    }

    /** A lane becomes an earlier one without a word: a patient who comes to wait would wait for whatever happens here next. */
    private void lookAgainSoon() {
        if (!looksAgain && !waiting.isEmpty()) {
            looksAgain = true;
            later(SOON, () -> {
                looksAgain = false;
                lookAgainSoon();
            });
        }
    }

    /** A permit that was handed out in the same moment is used all the same. */
    private synchronized Lane givenUp(CompletableFuture<Lane> turn) {
        if (waiting.removeIf(one -> one.turn() == turn)) {
            throw noTurn();
        }
        return turn.join();
    }

    private NotSent noTurn() {
        return pace.isShut() ? new NotSent("the server wants no calls now") : NotSent.crowdedOut();
    }

    /** Each lane is read once: one that changes meanwhile would be passed over. */
    private void handOut() {
        var byLane =
                waiting.stream().collect(Collectors.groupingBy(one -> one.lane().get()));
        for (var lane : Lane.values()) {
            var given = new ArrayList<Waiting>();
            for (var one : byLane.getOrDefault(lane, List.of())) {
                if (pace.isShut() || !mayHoldMore(lane) || !permits.take()) {
                    break;
                }
                held.merge(lane, 1, Integer::sum);
                given.add(one);
            }
            waiting.removeAll(given);
            given.forEach(one -> one.turn().complete(lane));
        }
    }

    /** Each lane leaves to the ones before it what is theirs, and bookings leave a little to those who wait for a page. */
    private boolean mayHoldMore(Lane asking) {
        boolean leavesEnough = Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(asking) <= 0)
                .allMatch(lane -> heldFrom(lane) < lane.share());
        int bookings = held(Lane.SUBMIT) + held(Lane.VERIFY);
        boolean ofBookings = asking == Lane.SUBMIT || asking == Lane.VERIFY;
        return leavesEnough && !(ofBookings && bookings >= ENOUGH_FOR_BOOKINGS && waiting(Lane.LOOKING) > 0);
    }

    private int heldFrom(Lane first) {
        return Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(first) >= 0)
                .mapToInt(this::held)
                .sum();
    }

    /** The call has ended; its permit comes back in a second. */
    public void leave(Lane lane) {
        pace.wentWell();
        giveBack(lane, A_SECOND);
    }

    /**
     * The server says that it was too many, as others share its limit: nothing leaves for as long as it asks, or for a jittered while
     * that grows, and this call's permit stays away longer, so that the pace is lower for some time.
     */
    public void leaveThrottled(Lane lane, @Nullable Duration retryAfter) {
        var pause = pace.throttled(retryAfter);
        later(pause, () -> {});
        giveBack(lane, pause.plus(pace.withheld()));
    }

    private void giveBack(Lane lane, Duration after) {
        permits.giveBack(after);
        later(after, () -> held.merge(lane, -1, Integer::sum));
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

    public synchronized int waiting(Lane lane) {
        return (int) waiting.stream().filter(one -> one.lane().get() == lane).count();
    }

    public synchronized int held(Lane lane) {
        return held.getOrDefault(lane, 0);
    }

    /** Whether the server asked for quiet. */
    public boolean isShut() {
        return pace.isShut();
    }

    /** Whoever waits is refused. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
        permits.close();
        waiting.forEach(one -> one.turn().completeExceptionally(new IllegalStateException("closed")));
        waiting.clear();
    }
}
