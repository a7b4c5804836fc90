package selfbooking.coreplus.http;

import java.time.Duration;

/** How long a call may wait at the gate, and then again for its whole answer. */
public record CallDeadlines(Duration read, Duration write) {

    public static final CallDeadlines USUAL = new CallDeadlines(Duration.ofSeconds(5), Duration.ofSeconds(20));
}
