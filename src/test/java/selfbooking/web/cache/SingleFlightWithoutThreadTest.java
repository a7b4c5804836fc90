package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.TestRooms;
import selfbooking.Wait;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.web.server.WaitingRoom;

/** What somebody else is making can be waited for without a thread. */
class SingleFlightWithoutThreadTest {

    private static final int MOST = 2_000;

    private final WaitingRoom room = TestRooms.usual();
    private final SingleFlightCache<String, Integer> kept = new SingleFlightCache<>(1_000, (key, value) -> 1, room);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        mayEnd.countDown();
    }

    @Test
    void whoever_waits_is_told_what_comes_of_it() {
        var first = making("a", () -> 1);

        var coming = kept.underWay("a").orElseThrow();
        assertThat(kept.underWay("b")).isEmpty();
        assertThat(coming).isNotDone();
        mayEnd.countDown();

        assertThat(coming.join()).isEqualTo(first.join());
        assertThat(kept.underWay("a")).isEmpty();
    }

    @Test
    void failure_is_told_as_it_happened() {
        var first = making("a", () -> {
            throw new IllegalStateException("no answer");
        });
        var coming = kept.underWay("a").orElseThrow();
        mayEnd.countDown();

        assertThatThrownBy(coming::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no answer");
        assertThatThrownBy(first::join).hasRootCauseMessage("no answer");
    }

    @Test
    void what_does_not_come_in_time_is_not_waited_for() {
        var first = making("a", () -> 1);
        long endedLongAgo = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);

        room.resume(
                endedLongAgo,
                () -> assertThatThrownBy(kept.underWay("a").orElseThrow()::join)
                        .hasCauseInstanceOf(DiaryUnavailable.class));
        assertThat(first).isNotDone();
    }

    @Test
    void places_are_bounded_and_given_back() {
        var first = making("a", () -> 1);
        assertThat(Stream.generate(() -> kept.underWay("a"))
                        .takeWhile(Optional::isPresent)
                        .count())
                .isEqualTo(MOST);
        var secondMayEnd = new CountDownLatch(1);
        var second = making("b", secondMayEnd, () -> 2);
        assertThat(kept.underWay("b")).isEmpty();

        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        Wait.until("a place", () -> kept.underWay("b").isPresent());
        secondMayEnd.countDown();
        assertThat(second.join()).isEqualTo(2);
    }

    /** Returns when it is being made; it ends when everything may. */
    private CompletableFuture<Integer> making(String key, Supplier<Integer> value) {
        return making(key, mayEnd, value);
    }

    private CompletableFuture<Integer> making(String key, CountDownLatch end, Supplier<Integer> value) {
        var begun = new CountDownLatch(1);
        var made = CompletableFuture.supplyAsync(
                () -> kept.get(key, good -> true, () -> {
                    begun.countDown();
                    await(end);
                    return value.get();
                }),
                task -> new Thread(task, "maker of " + key).start());
        await(begun);
        return made;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
