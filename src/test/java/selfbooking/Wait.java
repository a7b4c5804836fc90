package selfbooking;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails by its name when it does not come. */
public final class Wait {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Wait() {}

    public static void until(String what, BooleanSupplier so) {
        var end = System.nanoTime() + LONGEST_NANOS;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
