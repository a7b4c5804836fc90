package selfbooking;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A timer and its ticker that run like real ones and can be put forward. */
public final class SetTimer extends ScheduledThreadPoolExecutor {

    private final AtomicLong ahead = new AtomicLong();
    private final Set<Due> pending = ConcurrentHashMap.newKeySet();

    private final class Due implements Runnable {

        private final Runnable work;
        private final long at;

        private Due(Runnable work, long at) {
            this.work = work;
            this.at = at;
        }

        /** Once, though a timer that was put forward has it twice. */
        @Override
        public void run() {
            if (pending.remove(this)) {
                work.run();
            }
        }
    }

    public SetTimer() {
        super(1, work -> {
            var thread = new Thread(work, "set-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    public long nanos() {
        return System.nanoTime() + ahead.get();
    }

    /** What was to happen in that time happens now. */
    public void forward(Duration time) {
        ahead.addAndGet(time.toNanos());
        long now = nanos();
        pending.stream()
                .sorted(Comparator.comparingLong(due -> due.at - now))
                .forEach(due -> super.schedule(due, due.at - now, TimeUnit.NANOSECONDS));
    }

    /** From now on a second passes every 20 ms, until the timer is shut down. */
    public void hurry() {
        forward(Duration.ofSeconds(1));
        var unused = super.schedule(this::hurry, 20, TimeUnit.MILLISECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        var due = new Due(work, nanos() + unit.toNanos(delay));
        pending.add(due);
        return super.schedule(due, delay, unit);
    }
}
