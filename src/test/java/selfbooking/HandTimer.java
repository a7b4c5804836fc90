package selfbooking;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A ticker and a scheduler whose time a test moves by hand: what is due runs in the test's own thread. */
public final class HandTimer extends AbstractExecutorService implements ScheduledExecutorService {

    private final PriorityQueue<Due<?>> queue = new PriorityQueue<>();
    private long nanos;
    private long made;

    /** The ticker's nanoseconds; they begin at 0. */
    public synchronized long nanos() {
        return nanos;
    }

    /** How many tasks are still to come. */
    public synchronized int waiting() {
        return queue.size();
    }

    /** Moves time on, and runs what becomes due in its order. */
    public void advance(Duration by) {
        var end = nanos() + by.toNanos();
        for (var due = next(end); due != null; due = next(end)) {
            due.run();
        }
        moveTo(end);
    }

    private synchronized void moveTo(long end) {
        nanos = end;
    }

    private synchronized Due<?> next(long end) {
        var due = queue.peek();
        if (due == null || due.at > end) {
            return null;
        }
        nanos = Math.max(nanos, due.at);
        return queue.remove();
    }

    private synchronized <V> Due<V> add(Due<V> due) {
        queue.add(due);
        return due;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(new Due<>(command, unit.toNanos(delay), 0));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(new Due<>(callable, unit.toNanos(delay)));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return add(new Due<>(command, unit.toNanos(first), unit.toNanos(period)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(command, first, delay, unit);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Due<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long period;
        private final long number = made++;
        private long at;

        Due(Runnable command, long delay, long period) {
            super(command, null);
            this.period = period;
            this.at = nanos + delay;
        }

        Due(Callable<V> callable, long delay) {
            super(callable);
            this.period = 0;
            this.at = nanos + delay;
        }

        @Override
        public void run() {
            if (period == 0) {
                super.run();
            } else if (runAndReset()) {
                at += period;
                add(this);
            }
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            synchronized (HandTimer.this) {
                queue.remove(this);
            }
            return super.cancel(mayInterrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            var due = (Due<?>) other;
            return at == due.at ? Long.compare(number, due.number) : Long.compare(at, due.at);
        }
    }
}
