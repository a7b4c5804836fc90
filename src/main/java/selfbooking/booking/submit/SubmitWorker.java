package selfbooking.booking.submit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.BookingTable;

/** Claims work from the table: bookings to send or to look for, and answers to erase. A restart goes on where they stand. */
public final class SubmitWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitWorker.class);
    private static final int WORKERS = 4;
    private static final long SWEEP_MILLIS = 500;
    private static final Duration REMEMBER_ENDED = Duration.ofDays(30);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(3);

    private final SubmitTable table;
    private final BookingTable bookings;
    private final SubmitStep submission;
    private final OutcomeWaiter changes;
    private final Clock clock;
    private final Set<BookingRow> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("submit"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("sweep"));

    public SubmitWorker(
            SubmitTable table, BookingTable bookings, SubmitStep submission, OutcomeWaiter changes, Clock clock) {
        this.table = table;
        this.bookings = bookings;
        this.submission = submission;
        this.changes = changes;
        this.clock = clock;
    }

    public static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For the only process on its tables: whoever claimed bookings before it has ended. */
    public void freeWhatTheDeadHeld() {
        table.freeAll();
    }

    public void start() {
        var unused = timer.scheduleWithFixedDelay(this::sweep, 0, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            table.renew(List.copyOf(underWay));
            table.claimDue(WORKERS).forEach(this::take);
            table.forgetNewClients();
            bookings.eraseDue(clock.instant());
            bookings.forgetEndedBefore(clock.instant().minus(REMEMBER_ENDED));
        } catch (RuntimeException e) {
            LOG.error("looking for bookings to send failed", e);
        }
    }

    /** Takes on a booking that this instance has a lease on; does nothing where it is under way under that lease. */
    public void take(BookingRow row) {
        if (underWay.add(row)) {
            workers.execute(() -> advance(row));
        }
    }

    private void advance(BookingRow row) {
        try {
            submission.advance(row);
        } catch (SubmitTable.Superseded e) {
            LOG.info("a booking was taken on under another lease");
        } catch (RuntimeException e) {
            LOG.error("a booking could not be taken on", e);
            tryLater(row);
        } finally {
            underWay.remove(row);
            changes.happened();
        }
    }

    /** Where this fails too, the lease ends by itself. */
    private void tryLater(BookingRow row) {
        try {
            table.lookAgain(row, clock.instant().plus(AFTER_A_FAULT));
        } catch (RuntimeException e) {
            LOG.warn("a booking waits until its lease ends", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        workers.shutdown();
        try {
            var unusedSwept = timer.awaitTermination(1, TimeUnit.SECONDS);
            var unusedSent = workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }
}
