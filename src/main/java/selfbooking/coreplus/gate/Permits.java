package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One consumer's permits, of which no more than {@link #ALL} are away at a time. A gate asks while others wait for it, so nothing here
 * may wait for anything.
 */
public interface Permits extends AutoCloseable {

    /** As many calls as the server takes in any rolling second. */
    int ALL = 10;

    /** Where gates get their permits. */
    interface Source {

        /** Those of a consumer at an address; after a permit was refused, {@code news} says when to ask again. */
        Permits of(String consumer, Runnable news);
    }

    /** Takes one, if one is at hand. */
    boolean take();

    /** One that was taken comes back that long from now. */
    void giveBack(Duration after);

    /** Gives no more permits. */
    @Override
    void close();

    /** Permits that no other process has a part in; the gate itself knows when they come back. */
    final class OwnPermits implements Permits {

        private final LongSupplier nanos;
        private final List<Long> comingBack = new ArrayList<>();
        private int used;

        public OwnPermits(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public synchronized boolean take() {
            long now = nanos.getAsLong();
            comingBack.removeIf(at -> at - now <= 0);
            if (used + comingBack.size() >= ALL) {
                return false;
            }
            used++;
            return true;
        }

        @Override
        public synchronized void giveBack(Duration after) {
            used--;
            comingBack.add(nanos.getAsLong() + after.toNanos());
        }

        @Override
        public void close() {}
    }
}
