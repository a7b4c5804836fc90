package selfbooking.web.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DiaryUnavailable;

/**
 * Where patients' requests wait for the diary: so many at a time, each for eight seconds in all, whatever it waits for. Whoever finds no
 * place learns so at once. One for the installation, as its request threads are (docs/decisions, number 13). Thread safe.
 */
public final class WaitingRoom {

    /** More than the two hundred patients of a rush and their bookings. */
    private static final int PLACES = 240;

    /** A waiting connection takes some kilobytes, a thread much more. */
    private static final int PLACES_WITHOUT_THREAD = 2_000;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final int places;
    private final Semaphore free;
    private final Semaphore freeWithoutThread = new Semaphore(PLACES_WITHOUT_THREAD);
    private final ThreadLocal<@Nullable Long> end = new ThreadLocal<>();

    public WaitingRoom() {
        this(PLACES);
    }

    /** With another number of places. */
    public WaitingRoom(int places) {
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** The most that wait at a time. */
    public int places() {
        return places;
    }

    /** How many wait now, with a thread or without. */
    public int waiting() {
        return places - free.availablePermits() + PLACES_WITHOUT_THREAD - freeWithoutThread.availablePermits();
    }

    /** Answers a request in this thread: its eight seconds begin, and go on through all that it looks at. */
    public void serve(Runnable request) {
        resume(endNanos(), request);
    }

    /** Goes on with a request that waited without a thread; it still has what is left of its eight seconds. */
    public void resume(long endNanos, Runnable request) {
        end.set(endNanos);
        try {
            request.run();
        } finally {
            end.remove();
        }
    }

    /** When this thread's request has waited long enough, by {@link System#nanoTime}; outside of one, eight seconds from now. */
    public long endNanos() {
        var set = end.get();
        return set == null ? System.nanoTime() + LONGEST.toNanos() : set;
    }

    /** What comes of waiting; empty, and nothing is waited for, when no place is free. */
    public <T> Optional<T> seat(Supplier<T> waiting) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiting.get());
        } finally {
            free.release();
        }
    }

    /**
     * What comes, once it is there; empty when it is not and no place is free.
     *
     * @throws CompletionException when it failed
     * @throws DiaryUnavailable when it is not there in time
     */
    public <T> Optional<T> await(CompletableFuture<T> coming, long endNanos) {
        return coming.isDone() ? Optional.of(coming.join()) : seat(() -> arrived(coming, endNanos));
    }

    /** What comes, waited for without a thread; fails with {@link DiaryUnavailable} when it is not there in time. Empty when too many do. */
    public <T> Optional<CompletableFuture<T>> ride(CompletableFuture<T> coming, long endNanos) {
        if (!freeWithoutThread.tryAcquire()) {
            return Optional.empty();
        }
        var mine = coming.copy().orTimeout(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        return Optional.of(mine.whenComplete((value, failed) -> freeWithoutThread.release())
                .exceptionally(failed -> {
                    throw failed.getCause() instanceof TimeoutException ? late(failed) : (CompletionException) failed;
                }));
    }

    private static DiaryUnavailable late(Throwable e) {
        return new DiaryUnavailable("the diary does not answer in time", e);
    }

    private static <T> T arrived(CompletableFuture<T> coming, long endNanos) {
        try {
            return coming.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiaryUnavailable("waiting for the diary was broken off", e);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
