package selfbooking.booking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import selfbooking.booking.diary.WaitingRoom;
import selfbooking.booking.secrets.AppSecret;
import selfbooking.coreplus.Api;
import selfbooking.notice.Outbox;
import selfbooking.store.Store;

/** What a test's desk works with. */
public final class Desks {

    static final String EMAIL = "desk@clinic.example";

    static final int HOLDS_PER_ADDRESS = 3;

    private Desks() {}

    /** As patients meet it. */
    public static Desk.Setup usual(Clinic clinic, Api api, Store store, WaitingRoom room, Clock clock) {
        var secret = new AppSecret("a secret of this test");
        return setup(clinic, api, store, secret, new SecureRandom(), room, clock, Patience.USUAL, FaultPoints.NONE);
    }

    static Desk.Setup setup(
            Clinic clinic,
            Api api,
            Store store,
            AppSecret secret,
            SecureRandom random,
            WaitingRoom room,
            Clock clock,
            Patience patience,
            FaultPoints faults) {
        var outbox = new Outbox(Map.of(clinic.slug(), EMAIL), random, clock);
        return new Desk.Setup(
                clinic,
                api,
                store,
                outbox,
                secret,
                random,
                room,
                clock,
                new SimpleMeterRegistry(),
                patience,
                HOLDS_PER_ADDRESS,
                faults);
    }
}
