package selfbooking;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import selfbooking.web.server.WaitingRoom;

/** Rooms in which a test's requests wait, by the real clock. */
public final class TestRooms {

    /** One thread for all tests of a process. */
    public static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "timer");
        thread.setDaemon(true);
        return thread;
    });

    private TestRooms() {}

    /** As many places as in the product. */
    public static WaitingRoom usual() {
        return new WaitingRoom(System::nanoTime, TIMER);
    }

    public static WaitingRoom of(int places) {
        return new WaitingRoom(places, Duration.ofSeconds(8), System::nanoTime, TIMER);
    }

    /** Where a desk is asked without a page that has to answer soon. */
    public static WaitingRoom patient() {
        return new WaitingRoom(240, Duration.ofMinutes(2), System::nanoTime, TIMER);
    }
}
