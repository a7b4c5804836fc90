package selfbooking.sandbox.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The sandbox's time: another clock, shifted by what the console asks for. */
public final class SandboxClock extends Clock {

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    public SandboxClock(Clock base) {
        this.base = base;
    }

    void shift(Duration offset) {
        this.offset = offset;
    }

    void set(Instant now) {
        shift(Duration.between(base.instant(), now));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A location has the zone, not the clock");
    }
}
