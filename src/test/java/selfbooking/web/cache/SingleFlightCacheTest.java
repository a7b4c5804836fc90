package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.TestRooms;
import selfbooking.Wait;
import selfbooking.web.server.WaitingRoom;

/** Made once for all who ask, by whoever came first. */
class SingleFlightCacheTest {

    private static final int MANY = 50;

    private final WaitingRoom room = TestRooms.of(MANY);

    private final SingleFlightCache<String, Integer> kept = new SingleFlightCache<>(1_000, (key, value) -> 1, room);
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch landed = new CountDownLatch(1);
    private final CountDownLatch takenOff = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(MANY);
    private final List<Thread> waiting = new ArrayList<>();

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    void what_is_good_is_made_once() {
        assertThat(kept.get("a", value -> true, made::incrementAndGet)).isEqualTo(1);
        assertThat(kept.get("a", value -> true, made::incrementAndGet)).isEqualTo(1);
        assertThat(kept.get("b", value -> true, made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void what_is_old_is_made_again() {
        kept.get("a", value -> true, made::incrementAndGet);

        assertThat(kept.get("a", value -> value > 1, made::incrementAndGet)).isEqualTo(2);
        assertThat(kept.get("a", value -> true, made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void many_who_ask_at_once_wait_for_the_first() {
        var first = inPool(() -> kept.get("a", value -> true, this::slow));
        await(started);
        var others = others(1);
        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(1));
        assertThat(made).hasValue(1);
    }

    /** As a patient who has just given a time back: a page that was begun before does not show it. */
    @Test
    void whoever_waited_for_something_old_shares_the_next() {
        var first = inPool(() -> kept.get("a", value -> true, this::slow));
        await(started);
        var others = others(2);
        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(2));
    }

    /** However fast things change, nobody waits for more than the two. */
    @Test
    void what_was_begun_after_a_caller_came_is_good_enough_for_them() {
        var first = inPool(() -> kept.get("a", value -> true, this::slow));
        await(started);
        var others = others(Integer.MAX_VALUE);
        mayEnd.countDown();

        first.join();
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isGreaterThan(1));
    }

    /** One came early, looked, and takes off late: what landed meanwhile is good for them, but not for who came in between. */
    @Test
    void what_was_too_old_for_a_caller_is_not_handed_to_them_by_the_next() {
        kept.get("a", value -> true, made::incrementAndGet);
        var first = inPool(() -> kept.get("a", value -> false, this::slow));
        await(started);
        var late = inPool(() -> kept.get("a", this::isGoodForTheLate, made::incrementAndGet));
        await(looked);
        var between = inPool(() -> kept.get("a", this::isGoodForTheOneBetween, made::incrementAndGet));
        Wait.until("it waits for the first", () -> room.waiting() == 1);
        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(late.join()).isEqualTo(2);
        assertThat(between.join()).isEqualTo(3);
    }

    private boolean isGoodForTheLate(int value) {
        if (value == 1) {
            looked.countDown();
            await(landed);
            return false;
        }
        takenOff.countDown();
        Wait.until("the other waits for this one", () -> room.waiting() == 1);
        return true;
    }

    private boolean isGoodForTheOneBetween(int value) {
        if (value == 2) {
            landed.countDown();
            await(takenOff);
        }
        return value > 2;
    }

    @Test
    void failure_is_told_to_all_who_wait_and_forgotten() {
        var first = inPool(() -> kept.get("a", value -> true, () -> {
            slow();
            throw new IllegalStateException("no answer");
        }));
        await(started);
        var others = others(1);
        mayEnd.countDown();

        assertThatThrownBy(first::join).hasRootCauseMessage("no answer");
        assertThat(others)
                .allSatisfy(other -> assertThatThrownBy(other::join)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("no answer"));
        assertThat(made).hasValue(1);
        assertThat(kept.get("a", value -> true, made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoever_finds_no_place_to_wait_makes_it_alone() {
        var crowded = new SingleFlightCache<String, Integer>(1_000, (key, value) -> 1, TestRooms.of(0));
        var first = inPool(() -> crowded.get("a", value -> true, this::slow));
        await(started);

        assertThat(crowded.get("a", value -> true, made::incrementAndGet)).isEqualTo(1);

        assertThat(first).isNotDone();
        mayEnd.countDown();
        assertThat(first.join()).isEqualTo(2);
    }

    @Test
    void one_who_is_slow_holds_nobody_else_up() {
        var slow = inPool(() -> kept.get("a", value -> true, this::slow));
        await(started);

        assertThat(kept.get("b", value -> true, made::incrementAndGet)).isPositive();
        assertThat(slow).isNotDone();
        mayEnd.countDown();
        slow.join();
    }

    @Test
    void weight_stays_within_its_bound() {
        var bytes = new SingleFlightCache<Integer, byte[]>(1_000_000, (key, value) -> value.length, room);
        IntStream.range(0, 10_000).forEach(key -> bytes.get(key, value -> true, () -> new byte[5_000]));

        var still = IntStream.range(0, 10_000)
                .map(key -> bytes.get(key, value -> true, () -> new byte[0]).length)
                .sum();
        assertThat(still).isBetween(500_000, 1_000_000);
    }

    /** Returns when each of them stands and waits. */
    private List<CompletableFuture<Integer>> others(int least) {
        var asked = IntStream.range(1, MANY)
                .mapToObj(other -> inPool(() -> kept.get("a", value -> value >= least, made::incrementAndGet)))
                .toList();
        Wait.until(
                "all wait", () -> waiting().filter(SingleFlightCacheTest::waits).count() == MANY);
        return asked;
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private Stream<Thread> waiting() {
        synchronized (waiting) {
            return List.copyOf(waiting).stream();
        }
    }

    private CompletableFuture<Integer> inPool(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    return work.get();
                },
                pool);
    }

    private int slow() {
        started.countDown();
        await(mayEnd);
        return made.incrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
