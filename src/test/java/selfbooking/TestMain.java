package selfbooking;

import java.time.Clock;
import java.time.Duration;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.submit.SubmitTimings;

/**
 * Serves the pages as the product's main does, under conditions that only tests have. They are system properties: {@code fault.point}
 * as in {@link FaultPoints#of}, {@code late.arrival.seconds}, and {@code clock.offset.seconds}, which leaves the sandbox's clock alone.
 */
public final class TestMain {

    private TestMain() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(Main.serve(conditions()));
    }

    private static App.Conditions conditions() {
        var point = System.getProperty("fault.point");
        var clock = Clock.systemUTC();
        return new App.Conditions(
                Clock.offset(clock, Duration.ofSeconds(Long.getLong("clock.offset.seconds", 0))),
                clock,
                SubmitTimings.arrivingWithin(Duration.ofSeconds(Long.getLong(
                        "late.arrival.seconds", SubmitTimings.USUAL.mayArrive().toSeconds()))),
                point == null ? FaultPoints.NONE : FaultPoints.of(point));
    }
}
