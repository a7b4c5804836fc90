package selfbooking.booking.submit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import selfbooking.web.server.WaitingRoom;

/** Wakes those who wait for a booking to be decided. */
public final class OutcomeWaiter {

    /** What another instance decided is not told here: it is looked for. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Many may wait, and leave the store's connections to those who change something. */
    private static final int LOOKS_AT_ONCE = 2;

    private final WaitingRoom room;
    private final long lookNanos;
    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong count = new AtomicLong();

    public OutcomeWaiter(WaitingRoom room) {
        this(room, LOOK);
    }

    /** With another pause between two looks at what other instances did. */
    public OutcomeWaiter(WaitingRoom room, Duration look) {
        this.room = room;
        this.lookNanos = look.toNanos();
    }

    void happened() {
        lock.lock();
        try {
            count.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it is so, at most after that long; at once when there is no place to wait. */
    public void waitUntil(BooleanSupplier so, Duration atMost) {
        var unused = room.seat(() -> became(so, atMost));
    }

    private boolean became(BooleanSupplier so, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            var seen = count.get();
            while (!looked(so, end)) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitMoreThan(seen, Math.min(left, lookNanos));
                seen = count.get();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The store may be slow: nothing that happens waits for a look. */
    private boolean looked(BooleanSupplier so, long end) throws InterruptedException {
        if (!looks.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            return so.getAsBoolean();
        } finally {
            looks.release();
        }
    }

    private void awaitMoreThan(long seen, long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            var left = atMostNanos;
            while (count.get() == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
