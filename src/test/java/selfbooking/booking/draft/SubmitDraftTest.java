package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Bookings;
import selfbooking.booking.Meanwhile;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;

/** What pressing the last button does when something else happens in that moment. */
class SubmitDraftTest extends AtTheDesk {

    /** Draws the same reference three times. */
    private static final class Unlucky extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final AtomicInteger drawn = new AtomicInteger();

        @Override
        public IntStream ints(long size, int origin, int bound) {
            return drawn.incrementAndGet() > 3
                    ? super.ints(size, origin, bound)
                    : IntStream.generate(() -> 7).limit(size);
        }
    }

    @Test
    void form_of_a_booking_that_nobody_knows_does_nothing() {
        assertThat(desk.bookings().submit("unknown", 1)).isEqualTo(SubmitResult.NOT_FOUND);
        assertThat(desk.posts("appointment")).isZero();
    }

    @Test
    void form_that_another_window_sends_meanwhile_is_sent_once() {
        var key = draft();
        var seen = desk.find(key).revision();
        meanwhile(() -> assertThat(desk.bookings().submit(key, seen)).isEqualTo(SubmitResult.SENT));

        assertThat(desk.bookings().submit(key, seen)).isEqualTo(SubmitResult.SENT);

        assertThat(desk.bookings()
                        .await(key, OpenDesk.LONG_ENOUGH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.BOOKED);
        assertThat(desk.posts("appointment")).isEqualTo(1);
    }

    @Test
    void answers_that_another_window_changes_meanwhile_are_not_sent() {
        var key = draft();
        var seen = desk.find(key).revision();
        meanwhile(() -> desk.bookings().answer(key, People.number(1)));

        assertThat(desk.bookings().submit(key, seen)).isEqualTo(SubmitResult.CHANGED);

        assertThat(desk.find(key).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void ended_hold_whose_time_goes_meanwhile_is_lost() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), People.ZOE);
        desk.clock.forward(Bookings.HOLD.plusSeconds(1));
        var seen = desk.find(key).revision();
        meanwhile(() -> desk.held(offer.slot()));

        assertThat(desk.bookings().submit(key, seen)).isEqualTo(SubmitResult.LOST);

        assertThat(desk.find(key).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void ended_hold_whose_time_reception_took_is_lost() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), People.ZOE);
        desk.clock.forward(Bookings.HOLD.plusSeconds(1));
        desk.receptionTakes(offer);

        assertThat(desk.bookings().submit(key, desk.find(key).revision())).isEqualTo(SubmitResult.LOST);
    }

    @Test
    void reference_of_another_booking_is_drawn_again() {
        desk.reopen(new Unlucky());
        var references = List.of(sent(), sent());

        assertThat(references).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(references.get(0)).isEqualTo("777777");
    }

    private String sent() {
        return String.valueOf(desk.send(draft()).reference());
    }

    private String draft() {
        return desk.filledIn(desk.freeTime().slot(), People.ZOE);
    }

    private void meanwhile(Runnable change) {
        Meanwhile.after(desk.store.jdbi(), "select * from booking", change);
    }
}
