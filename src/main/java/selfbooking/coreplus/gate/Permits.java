package selfbooking.coreplus.gate;

import java.time.Duration;

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

    /** One that was taken comes back that long from now; the gate says by {@link #cameBack} when that is. */
    void giveBack(Duration after);

    /** The time of one that was given back is over. */
    void cameBack();

    /** Gives no more permits. */
    @Override
    void close();

    /** Permits that no other process has a part in. */
    final class OwnPermits implements Permits {

        private int away;

        @Override
        public synchronized boolean take() {
            if (away >= ALL) {
                return false;
            }
            away++;
            return true;
        }

        @Override
        public void giveBack(Duration after) {}

        @Override
        public synchronized void cameBack() {
            away--;
        }

        @Override
        public void close() {}
    }
}
