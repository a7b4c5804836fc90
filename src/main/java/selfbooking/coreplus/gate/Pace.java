package selfbooking.coreplus.gate;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long the gate stays shut after the server said "too many" (status 429), and how long it goes slower then. Thread safe. */
final class Pace {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SLOWER = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 5;
    /** At least half of the permits stay in use, however often the server complains. */
    private static final int MOST_WITHHELD = Gate.CALLS_A_SECOND / 2;

    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private long openAt;
    private long slowUntil;
    private int inRow;
    private int withheld;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.openAt = nanos.getAsLong();
        this.slowUntil = openAt;
    }

    /** Shuts for as long as asked, 60 s at most, or else for a jittered while that doubles each time; several at once count once. */
    synchronized Duration throttled(@Nullable Duration retryAfter) {
        if (!isShut()) {
            inRow++;
        }
        var pause = retryAfter == null ? backOff() : shorter(retryAfter, LONGEST);
        long until = nanos.getAsLong() + pause.toNanos();
        openAt = openAt - until > 0 ? openAt : until;
        return shutFor();
    }

    private Duration backOff() {
        long most = FIRST.toNanos() << Math.min(inRow - 1, MOST_DOUBLINGS);
        return Duration.ofNanos(most / 2 + random.nextLong(most / 2 + 1));
    }

    /** For how long after the pause a permit stays away, so that fewer than ten are in use meanwhile. */
    synchronized Duration withheld() {
        long now = nanos.getAsLong();
        withheld = slowUntil - now > 0 ? withheld + 1 : 1;
        if (withheld > MOST_WITHHELD) {
            return Duration.ofSeconds(1);
        }
        slowUntil = now + shutFor().plus(SLOWER).toNanos();
        return SLOWER;
    }

    synchronized void wentWell() {
        if (!isShut()) {
            inRow = 0;
        }
    }

    synchronized boolean isShut() {
        return openAt - nanos.getAsLong() > 0;
    }

    synchronized Duration shutFor() {
        return Duration.ofNanos(Math.max(0, openAt - nanos.getAsLong()));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
