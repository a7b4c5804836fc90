package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Until when something that was made at one moment stays true: the first moment at which it changes by itself, the next full minute at
 * the latest, since days, zones and weekdays change on one. For one thread.
 */
public final class Validity {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Instant now;
    private Instant until;

    public Validity(Instant now) {
        this.now = now;
        this.until = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    /** It is another from that moment on; a moment that has passed changes nothing any more. */
    public void endsAt(Instant moment) {
        if (moment.isAfter(now) && moment.isBefore(until)) {
            until = moment;
        }
    }

    /** It is still so at that moment, and another after it. */
    public void endsAfter(Instant moment) {
        endsAt(moment.plusNanos(1));
    }

    /** From that moment on the diary has to be asked again; very soon when it has passed. */
    public void askAgainAt(Instant moment) {
        endsAt(moment.isAfter(now) ? moment : now.plus(SOON));
    }

    /** The diary has to be asked again very soon. */
    public void askAgainSoon() {
        askAgainAt(now);
    }

    /** The first moment at which it may not be shown any more. */
    public Instant until() {
        return until;
    }
}
