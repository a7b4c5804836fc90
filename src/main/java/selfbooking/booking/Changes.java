package selfbooking.booking;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

    Changes(WaitingRoom room) {
        this.room = room;
    }

    void happened() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it is so, at most after that long; at once when there is no place to wait. */
    void waitUntil(BooleanSupplier so, Duration atMost) {
        var unused = room.seat(() -> became(so, atMost));
    }

    private boolean became(BooleanSupplier so, Duration atMost) {
        var left = atMost.toNanos();
        lock.lock();
        try {
            var is = so.getAsBoolean();
            while (!is && left > 0) {
                var look = Math.min(left, LOOK_NANOS);
                left -= look - changed.awaitNanos(look);
                is = so.getAsBoolean();
            }
            return is;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
