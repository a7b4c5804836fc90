package selfbooking.coreplus.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.TestRooms;
import selfbooking.Wait;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Ticket;

class LanesTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final Gate gate = Gates.own();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        gate.close();
        callers.shutdownNow();
    }

    @Test
    void background_holds_two_permits_and_leaves_five_to_those_who_look() {
        take(Lane.BACKGROUND, 2);
        refused(Lane.BACKGROUND);
        take(Lane.LOOKING, 5);
        refused(Lane.LOOKING);
        take(Lane.SUBMIT, 2);
        take(Lane.VERIFY, 1);
        refused(Lane.SUBMIT);
    }

    @Test
    void submits_may_have_all_ten() {
        take(Lane.SUBMIT, 10);
        refused(Lane.VERIFY);
    }

    @Test
    void the_first_lane_goes_first_whoever_came_first() throws Exception {
        take(Lane.LOOKING, 3);
        take(Lane.SUBMIT, 7);
        var order = new CopyOnWriteArrayList<Lane>();
        var background = waits(Lane.BACKGROUND, order);
        var looking = waits(Lane.LOOKING, order);
        var verify = waits(Lane.VERIFY, order);
        var submit = waits(Lane.SUBMIT, order);
        for (var next : List.of(submit, verify, looking, background)) {
            gate.leave(Lane.SUBMIT);
            next.get();
        }
        assertThat(order).containsExactly(Lane.SUBMIT, Lane.VERIFY, Lane.LOOKING, Lane.BACKGROUND);
    }

    @Test
    void bookings_leave_a_little_to_those_who_wait_for_a_page() throws Exception {
        take(Lane.SUBMIT, 10);
        var looking = waits(Lane.LOOKING, new CopyOnWriteArrayList<>());
        var submit = waits(Lane.SUBMIT, new CopyOnWriteArrayList<>());
        gate.leave(Lane.SUBMIT);
        looking.get();
        assertThat(submit.isDone()).isFalse();
        gate.leave(Lane.SUBMIT);
        submit.get();
    }

    /** Long before the permits of its own lane come back. */
    @Test
    void a_promoted_call_goes_as_soon_as_the_earlier_lane_lets_it() throws Exception {
        take(Lane.BACKGROUND, 2);
        var ticket = new Ticket(Lane.BACKGROUND);
        var call = callers.submit(() -> gate.enter(ticket, LONG_ENOUGH));
        Wait.until("it waits", () -> gate.waiting(Lane.BACKGROUND) == 1);

        ticket.promote(Lane.LOOKING);

        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(Lane.LOOKING);
    }

    @Test
    void a_promoted_call_goes_before_those_of_later_lanes() throws Exception {
        take(Lane.LOOKING, 3);
        take(Lane.SUBMIT, 7);
        var ticket = new Ticket(Lane.BACKGROUND);
        var order = new CopyOnWriteArrayList<Lane>();
        var looking = waits(Lane.LOOKING, order);
        var joined = callers.submit(() -> order.add(gate.enter(ticket, LONG_ENOUGH)));
        waitUntilQueued(Lane.BACKGROUND, 1);
        ticket.promote(Lane.VERIFY);
        for (var next : List.of(joined, looking)) {
            gate.leave(Lane.SUBMIT);
            next.get();
        }
        assertThat(order).containsExactly(Lane.VERIFY, Lane.LOOKING);
    }

    @Test
    void a_ticket_promoted_while_permits_are_handed_out_loses_no_turn() throws Exception {
        try (var quick = new Gate(news -> new Permits.OwnPermits(), Duration.ZERO, System::nanoTime, TestRooms.TIMER)) {
            for (int round = 0; round < 500; round++) {
                var ticket = new Ticket(Lane.BACKGROUND);
                var promotion = callers.submit(() -> ticket.promote(Lane.LOOKING));
                quick.leave(quick.enter(ticket, LONG_ENOUGH));
                promotion.get();
            }
        }
    }

    /** Here in one go, as permits come back after a pause. */
    @Test
    void bookings_take_what_those_who_look_have_left() throws Exception {
        var open = new Semaphore(0);
        var news = new AtomicReference<Runnable>();
        try (var shut = Gates.with(told -> {
            news.set(told);
            return new LockedPermits(open);
        })) {
            var turns = Stream.concat(Collections.nCopies(9, Lane.SUBMIT).stream(), Stream.of(Lane.LOOKING))
                    .map(lane -> callers.submit(() -> shut.enter(new Ticket(lane), LONG_ENOUGH)))
                    .toList();
            Wait.until("all in line", () -> shut.waiting(Lane.SUBMIT) == 9 && shut.waiting(Lane.LOOKING) == 1);
            open.release(Permits.ALL);
            Objects.requireNonNull(news.get()).run();
            for (var turn : turns) {
                turn.get(1, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_caller_that_is_interrupted_leaves_the_queue() {
        take(Lane.SUBMIT, 10);
        var waiting = waits(Lane.SUBMIT, new CopyOnWriteArrayList<>());
        waiting.cancel(true);
        Wait.until("nobody in line", () -> gate.waiting(Lane.SUBMIT) == 0);
        assertThat(gate.held(Lane.SUBMIT)).isEqualTo(10);
    }

    @Test
    void a_full_queue_refuses_at_once() {
        take(Lane.LOOKING, 7);
        for (int caller = 0; caller < 200; caller++) {
            callers.execute(() -> gate.enter(new Ticket(Lane.LOOKING), LONG_ENOUGH));
        }
        waitUntilQueued(Lane.LOOKING, 200);
        long begun = System.nanoTime();
        assertThatThrownBy(() -> gate.enter(new Ticket(Lane.LOOKING), LONG_ENOUGH))
                .isInstanceOf(NotSent.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG_ENOUGH);
        take(Lane.SUBMIT, 3);
    }

    @Test
    void who_gave_up_leaves_the_queue() {
        take(Lane.SUBMIT, 10);
        refused(Lane.LOOKING);
        assertThat(gate.waiting(Lane.LOOKING)).isZero();
    }

    @Test
    void a_pause_longer_than_the_caller_waits_is_a_refusal_at_once() {
        take(Lane.LOOKING, 1);
        gate.leaveThrottled(Lane.LOOKING, Duration.ofSeconds(60));
        assertThatThrownBy(() -> gate.enter(new Ticket(Lane.SUBMIT), LONG_ENOUGH))
                .isInstanceOf(NotSent.class);
        assertThat(gate.isShut()).isTrue();
    }

    @Test
    void after_a_complaint_fewer_than_ten_are_in_use_for_a_while() {
        take(Lane.SUBMIT, 1);
        gate.leaveThrottled(Lane.SUBMIT, Duration.ZERO);
        take(Lane.SUBMIT, 9);
        assertThat(gate.held(Lane.SUBMIT)).isEqualTo(10);
        refused(Lane.SUBMIT);
    }

    @Test
    void closing_refuses_those_who_wait() {
        take(Lane.SUBMIT, 10);
        var waiting = waits(Lane.SUBMIT, new CopyOnWriteArrayList<>());
        gate.close();
        assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private void take(Lane lane, int permits) {
        for (int permit = 0; permit < permits; permit++) {
            gate.enter(new Ticket(lane), AT_ONCE);
        }
    }

    private void refused(Lane lane) {
        assertThatThrownBy(() -> gate.enter(new Ticket(lane), AT_ONCE)).isInstanceOf(NotSent.class);
    }

    private Future<?> waits(Lane lane, List<Lane> order) {
        var turn = callers.submit(() -> {
            gate.enter(new Ticket(lane), LONG_ENOUGH);
            order.add(lane);
        });
        waitUntilQueued(lane, 1);
        return turn;
    }

    private void waitUntilQueued(Lane lane, int callers) {
        Wait.until(callers + " in line", () -> gate.waiting(lane) == callers);
    }

    /** Gives those that the test has released. */
    private record LockedPermits(Semaphore open) implements Permits {

        @Override
        public boolean take() {
            return open.tryAcquire();
        }

        @Override
        public void giveBack(Duration after) {}

        @Override
        public void cameBack() {}

        @Override
        public void close() {}
    }
}
