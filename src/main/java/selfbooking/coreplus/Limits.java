package selfbooking.coreplus;

import java.time.Duration;

/** How long a call may wait at the gate, and then again for its whole answer. */
record Limits(Duration read, Duration write) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20));
}
