package selfbooking.booking;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import selfbooking.booking.diary.WaitingRoom;

/** Wakes those who wait for a booking to be decided. */
final class Changes {

    /** What another instance decided is not told here: it is looked for. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final WaitingRoom room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong happened = new AtomicLong();

    Changes(WaitingRoom room) {
        this.room = room;
    }

    void happened() {
        lock.lock();
        try {
            happened.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it is so, at most after that long; at once when there is no place to wait. */
    void waitUntil(BooleanSupplier so, Duration atMost) {
        var unused = room.seat(() -> became(so, atMost));
    }

    /** Whether it is so may be asked of a slow store: nobody else waits for that. */
    private boolean became(BooleanSupplier so, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            var seen = happened.get();
            while (!so.getAsBoolean()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitMoreThan(seen, Math.min(left, LOOK_NANOS));
                seen = happened.get();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitMoreThan(long seen, long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            var left = atMostNanos;
            while (happened.get() == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
