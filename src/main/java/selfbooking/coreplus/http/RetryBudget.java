package selfbooking.coreplus.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many calls may be repeated: one for ten first tries, and one every 15 s for a quiet clinic; two at most are saved up. Thread safe. */
final class RetryBudget {

    private static final double FOR_A_CALL = 0.1;
    private static final double A_SECOND = 1 / 15.0;
    private static final double MOST_SAVED = 2;

    private final LongSupplier nanos;
    private double saved = 1;
    private long countedAt;

    RetryBudget(LongSupplier nanos) {
        this.nanos = nanos;
        this.countedAt = nanos.getAsLong();
    }

    synchronized void called() {
        save(FOR_A_CALL);
    }

    synchronized boolean take() {
        long now = nanos.getAsLong();
        save((now - countedAt) * A_SECOND / TimeUnit.SECONDS.toNanos(1));
        countedAt = now;
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }

    private void save(double part) {
        saved = Math.min(MOST_SAVED, saved + part);
    }
}
