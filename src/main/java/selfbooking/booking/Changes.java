package selfbooking.booking;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import selfbooking.booking.diary.WaitingRoom;

/** Wakes those who wait for a booking to be decided. */
final class Changes {

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
                left = changed.awaitNanos(left);
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
