package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.function.Function;
import selfbooking.TestRooms;

/** Gates by the real clock, as in the product. */
public final class Gates {

    private Gates() {}

    public static Gate own() {
        return with(news -> new Permits.OwnPermits());
    }

    public static Gate with(Function<Runnable, Permits> permits) {
        return new Gate(permits, Duration.ofSeconds(1), System::nanoTime, TestRooms.TIMER);
    }
}
