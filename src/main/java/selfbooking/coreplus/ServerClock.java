package selfbooking.coreplus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The server's time as its last answer told it (1 s grain); until then the local clock. */
final class ServerClock {

    private final Clock local;
    private volatile Duration ahead = Duration.ZERO;

    ServerClock(Clock local) {
        this.local = local;
    }

    Instant now() {
        return local.instant().plus(ahead);
    }

    void heard(@Nullable Instant serverTime) {
        if (serverTime != null) {
            ahead = Duration.between(local.instant(), serverTime);
        }
    }
}
