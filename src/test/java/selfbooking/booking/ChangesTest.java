package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.diary.WaitingRoom;

/** Waiting for a booking to be decided takes a place among those who wait. */
class ChangesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Test
    void nobody_waits_where_all_places_are_taken() {
        var changes = new Changes(new WaitingRoom(0));

        assertTimeoutPreemptively(AT_ONCE, () -> changes.waitUntil(() -> false, LONG));
    }

    @Test
    void place_comes_back_when_it_is_decided() {
        var room = new WaitingRoom(1);
        var changes = new Changes(room);
        var decided = new AtomicBoolean();
        var waiting = CompletableFuture.runAsync(() -> changes.waitUntil(decided::get, LONG));
        Wait.until("it waits", () -> room.waiting() == 1);

        decided.set(true);
        changes.happened();

        waiting.join();
        assertThat(room.waiting()).isZero();
    }
}
