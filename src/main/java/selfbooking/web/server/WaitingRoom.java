package selfbooking.web.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Waiting;
import selfbooking.booking.diary.DiaryUnavailable;

/**
 * Where requests wait for the diary: a bounded number at a time, each for eight seconds in all. A request without a place is told so at
 * once. One for the installation, as its request threads are (docs/decisions, number 13). Thread safe.
 */
public final class WaitingRoom implements Waiting {

    /** More than the two hundred patients of a rush and their bookings. */
    private static final int PLACES = 240;

    /** A waiting connection takes some kilobytes, a thread much more. */
    private static final int PLACES_WITHOUT_THREAD = 2_000;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final int places;
    private final Duration longest;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timer;
    private final Semaphore free;
    private final Semaphore freeWithoutThread = new Semaphore(PLACES_WITHOUT_THREAD);
    private final ThreadLocal<@Nullable Long> end = new ThreadLocal<>();

    /** A request's time is measured by {@code nanos}; {@code timer} ends its waiting. */
    public WaitingRoom(LongSupplier nanos, ScheduledExecutorService timer) {
        this(PLACES, LONGEST, nanos, timer);
    }

    /** With another number of places, and another time in all for a request. */
    public WaitingRoom(int places, Duration longest, LongSupplier nanos, ScheduledExecutorService timer) {
        this.places = places;
        this.longest = longest;
        this.nanos = nanos;
        this.timer = timer;
        this.free = new Semaphore(places);
    }

    /** The most requests that wait in a thread at a time. */
    public int places() {
        return places;
    }

    /** How many requests wait now, with a thread or without. */
    public int waiting() {
        return places - free.availablePermits() + PLACES_WITHOUT_THREAD - freeWithoutThread.availablePermits();
    }

    /** Answers a request in this thread: its eight seconds begin. */
    public void serve(Runnable request) {
        resume(endNanos(), request);
    }

    /** Goes on with a request that waited without a thread, within what is left of its eight seconds. */
    public void resume(long endNanos, Runnable request) {
        end.set(endNanos);
        try {
            request.run();
        } finally {
            end.remove();
        }
    }

    /** When this thread's request has waited long enough, in nanoseconds of the ticker; outside of a request, eight seconds from now. */
    public long endNanos() {
        var set = end.get();
        return set == null ? nanos.getAsLong() + longest.toNanos() : set;
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> coming) {
        return await(coming, endNanos());
    }

    /** As {@link #await(CompletableFuture)}, until another end. */
    public <T> Optional<T> await(CompletableFuture<T> coming, long endNanos) {
        if (coming.isDone()) {
            return Optional.of(coming.join());
        }
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(until(endNanos, coming).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiaryUnavailable("waiting for the diary was broken off", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DiaryUnavailable late ? late : new CompletionException(e.getCause());
        } finally {
            free.release();
        }
    }

    /**
     * Waits without a thread.
     *
     * @return a future that fails with {@link DiaryUnavailable} when nothing comes by {@code endNanos}; empty when too many wait so
     */
    public <T> Optional<CompletableFuture<T>> awaitWithoutThread(CompletableFuture<T> coming, long endNanos) {
        if (!freeWithoutThread.tryAcquire()) {
            return Optional.empty();
        }
        var mine = until(endNanos, coming);
        return Optional.of(mine.whenComplete((value, failed) -> freeWithoutThread.release()));
    }

    /** A copy, so that one request's end is not another's. */
    private <T> CompletableFuture<T> until(long endNanos, CompletableFuture<T> coming) {
        var mine = coming.copy();
        var late = timer.schedule(
                () -> mine.completeExceptionally(
                        new DiaryUnavailable("the diary does not answer in time", new TimeoutException())),
                Math.max(0, endNanos - nanos.getAsLong()),
                TimeUnit.NANOSECONDS);
        var unused = mine.whenComplete((value, failed) -> late.cancel(false));
        return mine;
    }
}
