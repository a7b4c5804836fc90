package selfbooking.booking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import selfbooking.TestRooms;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.coreplus.Gateways;
import selfbooking.store.Store;

/** A desk in a process of its own that sends one draft until it is decided; it may be killed on the way. */
public final class DeskApart {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private DeskApart() {}

    /** The exit status: 0 when the booking is decided. */
    public static int run(OpenDesk desk, Path folder, String key, String faultPoint)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DeskApart.class.getName(),
                folder.toString(),
                key,
                faultPoint,
                desk.sandbox.url(),
                desk.sandbox.consumerId(),
                desk.sandbox.secret(),
                desk.sandbox.accessToken(),
                desk.patience().mayArrive().toString());
        var jvm = new ProcessBuilder(command).inheritIO().start();
        if (!jvm.waitFor(2 * LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            jvm.destroyForcibly();
        }
        return jvm.waitFor();
    }

    /** Arguments as {@link #run} gives them. */
    public static void main(String[] arguments) {
        var faults = FaultPoints.of(arguments[2]);
        var connection = List.of(arguments).subList(3, 7);
        try (var store = Store.open(Path.of(arguments[0]));
                var gateway = Gateways.quick(Clock.systemUTC(), new SimpleMeterRegistry())) {
            var port = gateway.diary(Gateways.connection(connection));
            var patience = SubmitTimings.arrivingWithin(Duration.parse(arguments[7]));
            var setup = Desks.setup(
                    OpenDesk.CLINIC,
                    port,
                    store,
                    OpenDesk.SECRET,
                    new SecureRandom(),
                    TestRooms.patient(),
                    Clock.systemUTC(),
                    patience,
                    faults);
            try (var desk = Desk.open(setup)) {
                var seen = desk.bookings().find(arguments[1]).orElseThrow().revision();
                desk.bookings().submit(arguments[1], seen);
                var end = desk.bookings().await(arguments[1], LONGEST).orElseThrow();
                Runtime.getRuntime().halt(end.state().pending() ? 1 : 0);
            }
        }
    }
}
