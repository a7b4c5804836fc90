package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.web.server.WaitingRoom;

/** Waiting for a booking to be decided takes a place among those who wait. */
class OutcomeWaiterTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Test
    void nobody_waits_where_all_places_are_taken() {
        var changes = new OutcomeWaiter(new WaitingRoom(0));

        assertTimeoutPreemptively(AT_ONCE, () -> changes.waitUntil(() -> false, LONG));
    }

    @Test
    void place_comes_back_when_it_is_decided() {
        var room = new WaitingRoom(1);
        var changes = new OutcomeWaiter(room, LONG);
        var decided = new AtomicBoolean();
        var waiting = new Thread(() -> changes.waitUntil(decided::get, LONG));
        waiting.start();
        Wait.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        assertThat(room.waiting()).isEqualTo(1);

        decided.set(true);
        changes.happened();

        assertTimeoutPreemptively(AT_ONCE, () -> waiting.join());
        assertThat(room.waiting()).isZero();
    }

    @Test
    void slow_look_at_the_store_holds_nobody_else_up() {
        var room = new WaitingRoom(2);
        var changes = new OutcomeWaiter(room);
        var store = new CompletableFuture<Boolean>();
        var slow = CompletableFuture.runAsync(() -> changes.waitUntil(store::join, LONG));
        Wait.until("it looks", () -> store.getNumberOfDependents() == 1);

        assertTimeoutPreemptively(AT_ONCE, changes::happened);
        var other = new AtomicBoolean();
        assertTimeoutPreemptively(AT_ONCE, () -> changes.waitUntil(() -> other.getAndSet(true), LONG));
        assertThat(other).isTrue();

        store.complete(true);
        slow.join();
    }

    @Test
    void nobody_waits_longer_than_they_want_to() {
        var changes = new OutcomeWaiter(new WaitingRoom(1));

        assertTimeoutPreemptively(AT_ONCE, () -> changes.waitUntil(() -> false, Duration.ofMillis(300)));
    }

    @Test
    void what_happens_during_a_look_is_looked_at_at_once() {
        var changes = new OutcomeWaiter(new WaitingRoom(1), LONG);
        var looks = new AtomicInteger();

        changes.waitUntil(
                () -> {
                    changes.happened();
                    return looks.incrementAndGet() == 1_000;
                },
                LONG);

        assertThat(looks).hasValue(1_000);
    }
}
