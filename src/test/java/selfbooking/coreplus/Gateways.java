package selfbooking.coreplus;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.gate.Permits;

/** Gateways by the real clock. */
public final class Gateways {

    private static final Duration HARDLY = Duration.ofMillis(20);

    private Gateways() {}

    /** As in the product. */
    public static Gateway usual(Clock clock, MeterRegistry meters) {
        return new Gateway(clock, System::nanoTime, meters, Gateways::own);
    }

    /** With permits that come back almost at once, for a sandbox that counts no calls. */
    public static Gateway quick(Clock clock, MeterRegistry meters) {
        return new Gateway(clock, System::nanoTime, HARDLY, meters, Gateways::own);
    }

    private static Permits own(String consumer, Runnable news) {
        return new Permits.OwnPermits(System::nanoTime);
    }

    /** Address, consumer, secret and access token. */
    public static Connection connection(List<String> given) {
        return new Connection(URI.create(given.get(0)), given.get(1), given.get(2), given.get(3));
    }

    /** The calls beneath the diary of a connection. */
    public static Api api(Gateway gateway, Connection connection) {
        return gateway.api(connection);
    }
}
