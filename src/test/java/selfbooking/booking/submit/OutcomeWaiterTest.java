package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import selfbooking.HandTimer;

/** When those who wait for a booking learn that it is decided. */
class OutcomeWaiterTest {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HandTimer timer = new HandTimer();
    private final Queue<Runnable> checks = new ArrayDeque<>();
    private final OutcomeWaiter waiter = new OutcomeWaiter(timer, checks::add);
    private final AtomicBoolean decided = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    private boolean isDecided() {
        asked.incrementAndGet();
        return decided.get();
    }

    private void runChecks() {
        for (var check = checks.poll(); check != null; check = checks.poll()) {
            check.run();
        }
    }

    @Test
    void a_decided_booking_is_told_at_once() {
        decided.set(true);
        var outcome = waiter.when(this::isDecided, LONG);
        runChecks();

        assertThat(outcome).isCompletedWithValue(true);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void a_decision_of_this_instance_is_told_without_polling() {
        var outcome = waiter.when(this::isDecided, LONG);
        runChecks();
        assertThat(outcome).isNotDone();

        decided.set(true);
        waiter.happened();
        runChecks();

        assertThat(outcome).isCompletedWithValue(true);
    }

    @Test
    void a_decision_of_another_instance_is_polled_for() {
        var outcome = waiter.when(this::isDecided, LONG);
        runChecks();
        decided.set(true);
        timer.advance(POLL.minusMillis(1));
        runChecks();
        assertThat(outcome).isNotDone();

        timer.advance(Duration.ofMillis(1));
        runChecks();

        assertThat(outcome).isCompletedWithValue(true);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void waiting_ends_while_a_slow_check_goes_on() {
        var outcome = waiter.when(this::isDecided, LONG);
        timer.advance(LONG);

        assertThat(outcome).isCompletedWithValue(false);
        assertThat(timer.waiting()).isZero();
        runChecks();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_slow_store_is_asked_once_however_often_it_is_time() {
        var unused = waiter.when(this::isDecided, LONG);
        timer.advance(POLL.multipliedBy(8));
        waiter.happened();

        assertThat(checks).hasSize(1);
    }

    @Test
    void what_happens_during_a_check_is_checked_once_more() {
        var outcome = waiter.when(
                () -> {
                    waiter.happened();
                    return asked.incrementAndGet() == 100;
                },
                LONG);
        runChecks();

        assertThat(outcome).isCompletedWithValue(true);
        assertThat(asked).hasValue(100);
    }

    @Test
    void a_store_that_fails_is_asked_again() {
        var outcome = waiter.when(
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("the store is away");
                    }
                    return true;
                },
                LONG);
        runChecks();
        assertThat(outcome).isNotDone();
        timer.advance(POLL);
        runChecks();

        assertThat(outcome).isCompletedWithValue(true);
    }

    @Test
    void whoever_gives_up_leaves_no_timer_behind() {
        var outcome = waiter.when(this::isDecided, LONG);
        outcome.cancel(false);

        assertThat(timer.waiting()).isZero();
        waiter.happened();
        runChecks();
        assertThat(asked).hasValue(0);
    }
}
