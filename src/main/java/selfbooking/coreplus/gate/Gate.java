package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Ticket;

/**
 * Lets ten calls a second through, as the server sees them, first lane first (API notes, section 2.5).
 *
 * <p>A permit comes back a second after its call has ended, not after it was taken: a slow connection delays the arrival at the server,
 * and it is arrivals that are counted. Thread safe.
 */
public final class Gate implements AutoCloseable {

    static final int CALLS_A_SECOND = Permits.ALL;

    private static final int MOST_WAITING = 200;

    /** So many of the ten are enough for bookings while patients wait for a page. */
    private static final int ENOUGH_FOR_BOOKINGS = 8;

    private final Permits permits;
    private final List<Queued> queue = new ArrayList<>();
    private final Map<Lane, Integer> held = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService timer;
    private final Duration rest;
    private final Pace pace;
    private final Runnable promoted = () -> changed(() -> {});
    private boolean closed;

    /** In the order of arrival; the ticket may be promoted to an earlier lane meanwhile. */
    private record Queued(Ticket ticket, CompletableFuture<Lane> turn) {}

    /**
     * Shuts and opens by a ticker and a timer.
     *
     * @param permits makes the permits; shared ones are asked for again when they bring news
     * @param rest how long a permit stays away after its call has ended, a second wherever a server counts
     */
    public Gate(
            Function<Runnable, Permits> permits, Duration rest, LongSupplier nanos, ScheduledExecutorService timer) {
        this.rest = rest;
        this.timer = timer;
        this.pace = new Pace(nanos);
        this.permits = permits.apply(promoted);
    }

    /**
     * Waits for a permit, which {@link #leave} must give back.
     *
     * @return the lane in which it was given
     * @throws NotSent when too many wait in the lane, or no permit came in time
     * @throws RejectedExecutionException once closed
     */
    public Lane enter(Ticket ticket, Duration longest) {
        ticket.onPromotion(promoted);
        try {
            return queued(ticket, longest).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotSent notSent ? notSent : new RejectedExecutionException(e.getCause());
        } finally {
            ticket.forget(promoted);
        }
    }

    private synchronized CompletableFuture<Lane> queued(Ticket ticket, Duration longest) {
        if (closed) {
            throw new RejectedExecutionException("the gate is closed");
        }
        if (waiting(ticket.lane()) >= MOST_WAITING || pace.shutFor().compareTo(longest) > 0) {
            throw noTurn();
        }
        var turn = new CompletableFuture<Lane>();
        queue.add(new Queued(ticket, turn));
        handOut();
        if (!turn.isDone()) {
            var end = timer.schedule(() -> giveUp(turn), longest.toNanos(), TimeUnit.NANOSECONDS);
            var unused = turn.whenComplete((lane, failed) -> end.cancel(false));
        }
        return turn;
    }

    /** A permit that was handed out in the same moment is used all the same. */
    private synchronized void giveUp(CompletableFuture<Lane> turn) {
        if (queue.removeIf(one -> one.turn() == turn)) {
            turn.completeExceptionally(noTurn());
        }
    }

    private NotSent noTurn() {
        return pace.isShut() ? new NotSent("the server wants no calls now") : NotSent.crowdedOut();
    }

    /** Each lane is read once: one that changes meanwhile would be passed over. */
    private void handOut() {
        var byLane =
                queue.stream().collect(Collectors.groupingBy(one -> one.ticket().lane()));
        for (var lane : Lane.values()) {
            var given = new ArrayList<Queued>();
            for (var one : byLane.getOrDefault(lane, List.of())) {
                if (pace.isShut() || !mayHoldMore(lane) || !permits.take()) {
                    break;
                }
                held.merge(lane, 1, Integer::sum);
                given.add(one);
            }
            queue.removeAll(given);
            given.forEach(one -> one.turn().complete(lane));
        }
    }

    /** Each lane leaves to the ones before it what is theirs, and bookings leave a little to those who wait for a page. */
    private boolean mayHoldMore(Lane asking) {
        boolean leavesEnough = Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(asking) <= 0)
                .allMatch(lane -> heldFrom(lane) < share(lane));
        int bookings = held(Lane.SUBMIT) + held(Lane.VERIFY);
        boolean ofBookings = asking == Lane.SUBMIT || asking == Lane.VERIFY;
        return leavesEnough && !(ofBookings && bookings >= ENOUGH_FOR_BOOKINGS && waiting(Lane.LOOKING) > 0);
    }

    /** The most permits that a lane and the later ones may hold together. */
    private static int share(Lane lane) {
        return switch (lane) {
            case SUBMIT, VERIFY -> CALLS_A_SECOND;
            case LOOKING -> 7;
            case BACKGROUND -> 2;
        };
    }

    private int heldFrom(Lane first) {
        return Stream.of(Lane.values())
                .filter(lane -> lane.compareTo(first) >= 0)
                .mapToInt(this::held)
                .sum();
    }

    /** The call has ended; its permit comes back after its rest. */
    public void leave(Lane lane) {
        pace.wentWell();
        giveBack(lane, rest);
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
        return (int) queue.stream().filter(one -> one.ticket().lane() == lane).count();
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
        permits.close();
        queue.forEach(one -> one.turn().completeExceptionally(new IllegalStateException("closed")));
        queue.clear();
    }
}
