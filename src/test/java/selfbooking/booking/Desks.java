package selfbooking.booking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import selfbooking.TestRooms;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.privacy.AppSecret;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.notice.Outbox;
import selfbooking.store.Store;
import selfbooking.web.server.WaitingRoom;

/** What a test's desk works with. */
public final class Desks {

    public static final String EMAIL = "desk@clinic.example";

    public static final int HOLDS_PER_ADDRESS = 3;

    private Desks() {}

    /** As patients meet it. */
    public static Desk.Setup usual(Clinic clinic, DiaryPort port, Store store, WaitingRoom room, Clock clock) {
        var secret = new AppSecret("a secret of this test");
        return setup(
                clinic, port, store, secret, new SecureRandom(), room, clock, SubmitTimings.USUAL, FaultPoints.NONE);
    }

    public static Desk.Setup setup(
            Clinic clinic,
            DiaryPort port,
            Store store,
            AppSecret secret,
            SecureRandom random,
            WaitingRoom room,
            Clock clock,
            SubmitTimings patience,
            FaultPoints faults) {
        var outbox = new Outbox(Map.of(clinic.slug(), EMAIL), random, clock);
        return new Desk.Setup(
                clinic,
                port,
                store,
                outbox,
                secret,
                random,
                room,
                TestRooms.TIMER,
                clock,
                new SimpleMeterRegistry(),
                patience,
                HOLDS_PER_ADDRESS,
                faults);
    }
}
