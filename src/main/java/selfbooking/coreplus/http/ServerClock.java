package selfbooking.coreplus.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's time as its last answer told it (1 s grain); until then the local clock. */
final class ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(3);

    private final Clock local;
    private final AtomicBoolean said = new AtomicBoolean();
    private volatile Duration ahead = Duration.ZERO;

    public ServerClock(Clock local) {
        this.local = local;
    }

    Instant now() {
        return local.instant().plus(ahead);
    }

    /** By the local clock, which dated that moment. */
    public boolean isPast(Instant moment) {
        return local.instant().isAfter(moment);
    }

    void heard(@Nullable Instant serverTime) {
        if (serverTime == null) {
            return;
        }
        ahead = Duration.between(local.instant(), serverTime);
        if (ahead.abs().compareTo(WORTH_SAYING) > 0 && said.compareAndSet(false, true)) {
            LOG.warn("this machine's clock is {} s off coreplus' own, which is used in its place", -ahead.toSeconds());
        }
    }
}
