package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.store.Store;

/**
 * One consumer's permits for all instances on a database. One thread borrows them one at a time, while somebody wants one, and takes
 * them back; so no caller waits for the database, and without it nobody gets a permit.
 */
public final class SharedPermits implements Permits {

    /**
     * Renewed while its call runs. An instance that vanished may have sent its last call late (a second from the loan, three to connect)
     * and the call have been on its way for another; a second after it has arrived the permit may be used again.
     */
    static final Duration LOAN = Duration.ofSeconds(6);

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration ASKED_EVERY = Duration.ofMillis(50);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(SharedPermits.class);

    private record Loan(int number, long begun) {}

    private record Returned(int number, Duration after) {}

    private final PermitTable table;
    private final LongSupplier nanos;
    private final Runnable news;
    private final Deque<Integer> used = new ArrayDeque<>();
    private final Deque<Returned> returned = new ArrayDeque<>();
    private @Nullable Loan atHand;
    private boolean wanted;
    private boolean closed;
    private long renewedAt;
    private boolean failing;

    private SharedPermits(PermitTable table, LongSupplier nanos, Runnable news) {
        this.table = table;
        this.nanos = nanos;
        this.renewedAt = nanos.getAsLong();
        this.news = news;
    }

    /** Those of a consumer, which the table knows by a hash, for the instance of that name; asks the database at once. */
    public static SharedPermits open(
            Store store, String consumerHash, String instance, LongSupplier nanos, Runnable news) {
        var table = new PermitTable(store, consumerHash, instance);
        table.make();
        var permits = new SharedPermits(table, nanos, news);
        Threads.named("permits").newThread(permits::work).start();
        return permits;
    }

    @Override
    public synchronized boolean take() {
        var loan = atHand;
        if (loan == null || nanos.getAsLong() - loan.begun() > FRESH.toNanos()) {
            wanted = true;
            notifyAll();
            return false;
        }
        atHand = null;
        used.add(loan.number());
        return true;
    }

    /** Whichever of those in use: it is their number that counts. */
    @Override
    public synchronized void giveBack(Duration after) {
        returned.add(new Returned(used.remove(), after));
        notifyAll();
    }

    /** The database's clock says when they are free again. */
    @Override
    public void cameBack() {}

    /** What is still away comes back when its loan is over. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void work() {
        try {
            while (!isClosed()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever still wants a permit after the news says so again. */
    private void round() throws InterruptedException {
        waitUntil(() -> wanted || !returned.isEmpty(), RENEWED_EVERY);
        try {
            takeBack();
            renew();
            if (wantedNow()) {
                if (!borrow()) {
                    waitUntil(() -> !returned.isEmpty(), ASKED_EVERY);
                }
                news.run();
                putBack();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("no permits for the diary, as the database does not give them: {}", e.getMessage());
            }
            failing = true;
            waitUntil(() -> false, AFTER_A_FAILURE);
            news.run();
        }
    }

    private void takeBack() {
        for (var next = firstReturned(); next != null; next = firstReturned()) {
            table.giveBack(next.number(), next.after());
            forget(next);
        }
    }

    private synchronized @Nullable Returned firstReturned() {
        return returned.peek();
    }

    private synchronized void forget(Returned permit) {
        returned.remove(permit);
    }

    private void renew() {
        if (nanos.getAsLong() - renewedAt > RENEWED_EVERY.toNanos()) {
            inUse().forEach(number -> table.renew(number, LOAN));
            renewedAt = nanos.getAsLong();
        }
    }

    private synchronized List<Integer> inUse() {
        return List.copyOf(used);
    }

    private boolean borrow() {
        long begun = nanos.getAsLong();
        var number = table.take(LOAN);
        number.ifPresent(found -> lay(new Loan(found, begun)));
        return number.isPresent();
    }

    private synchronized void lay(Loan loan) {
        atHand = loan;
    }

    /** Nobody wanted it any more, so that it was never used. */
    private void putBack() {
        var left = takenAway();
        if (left != null) {
            table.giveBack(left.number(), Duration.ZERO);
        }
    }

    private synchronized @Nullable Loan takenAway() {
        var left = atHand;
        atHand = null;
        return left;
    }

    private synchronized boolean wantedNow() {
        boolean now = wanted;
        wanted = false;
        return now;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void waitUntil(BooleanSupplier so, Duration atMost) throws InterruptedException {
        long end = nanos.getAsLong() + atMost.toNanos();
        long left = atMost.toMillis();
        while (left > 0 && !closed && !so.getAsBoolean()) {
            wait(left);
            left = Duration.ofNanos(end - nanos.getAsLong()).toMillis();
        }
    }
}
