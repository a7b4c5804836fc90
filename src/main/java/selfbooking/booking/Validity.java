package selfbooking.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Until when a page that was made at one moment stays valid: up to the first moment at which the page's content changes by itself. That is the
 * next full minute at the latest, since days and clock changes begin on one. For one thread.
 */
public final class Validity {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Instant now;
    private Instant until;

    public Validity(Instant now) {
        this.now = now;
        this.until = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    /** The page is stale from that moment on; a moment in the past is ignored. */
    public void endsAt(Instant moment) {
        if (moment.isAfter(now) && moment.isBefore(until)) {
            until = moment;
        }
    }

    /** The page is still valid at that moment, and stale right after. */
    public void endsAfter(Instant moment) {
        endsAt(moment.plusNanos(1));
    }

    /** The page is stale when the diary's answer is: at that moment, or in a second when that has passed. */
    public void askAgainAt(Instant moment) {
        endsAt(moment.isAfter(now) ? moment : now.plus(SOON));
    }

    /** The page is stale in a second, since the diary has to be asked again. */
    public void askAgainSoon() {
        askAgainAt(now);
    }

    /** The first moment at which the page is stale. */
    public Instant until() {
        return until;
    }
}
