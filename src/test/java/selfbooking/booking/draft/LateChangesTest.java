package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Bookings;
import selfbooking.booking.Codes;
import selfbooking.booking.Meanwhile;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.Person;
import selfbooking.booking.State;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.answers.Answers;

/** What another window, another person or an old page does between the steps of a booking. */
class LateChangesTest extends AtTheDesk {

    private static final Answers PATIENT =
            People.zoe().withEmail("zoe@example.com").answers();
    private static final Answers ANOTHER = Person.named("Ida", "Quarrington")
            .born(2019, 8, 1)
            .bookedBy("Zoë")
            .withEmail("zoe@example.com")
            .answers();

    @Test
    void another_persons_details_after_a_taken_time_book_for_that_person() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), PATIENT);
        desk.receptionTakes(offer);
        assertThat(desk.send(key).state()).isEqualTo(State.TAKEN);
        desk.bookings().swap(key, desk.freeTime().slot());

        desk.bookings().answer(key, ANOTHER);
        var booked = desk.send(key);

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(desk.console.appointmentsNoting("Booked online, reference " + booked.reference()))
                .singleElement()
                .satisfies(there ->
                        assertThat(there.at("/client/firstName").asText()).isEqualTo("Ida"));
    }

    @Test
    void time_of_a_page_left_open_for_weeks_is_lost_and_others_are_offered() {
        var offer = desk.freeTime();
        desk.clock.forward(Duration.ofDays(20));

        var claim = desk.bookings().start(offer.slot(), OpenDesk.HERE);

        assertThat(claim)
                .isInstanceOfSatisfying(
                        TapResult.Lost.class,
                        lost -> assertThat(lost.alternatives().samePractitioner())
                                .isNotEmpty());
    }

    @Test
    void extending_while_the_booking_is_sent_leaves_its_claim() {
        var key = desk.filledIn(desk.freeTime().slot(), PATIENT);
        desk.proxy.close();

        sendingMeanwhile(key, () -> desk.bookings().extend(key));

        assertThat(claimsEnd(key)).isEqualTo(desk.find(key).offer().slot().end());
    }

    @Test
    void swapping_while_the_booking_is_sent_leaves_its_claim() {
        var times = desk.freeTimes();
        var key = desk.filledIn(times.get(0).slot(), PATIENT);
        desk.proxy.close();

        sendingMeanwhile(key, () -> desk.bookings().swap(key, times.get(1).slot()));

        assertThat(isClaimed(times.get(0).slot())).isTrue();
        assertThat(isClaimed(times.get(1).slot())).isFalse();
    }

    @Test
    void releasing_while_the_booking_is_sent_leaves_its_claim() {
        var slot = desk.freeTime().slot();
        var key = desk.filledIn(slot, PATIENT);
        desk.proxy.close();

        sendingMeanwhile(key, () -> desk.bookings().release(key));

        assertThat(desk.find(key).state()).isEqualTo(State.SUBMITTING);
        assertThat(isClaimed(slot)).isTrue();
    }

    @Test
    void ended_hold_cannot_be_extended_beyond_the_ten_times() {
        var key = desk.held(desk.freeTime().slot());
        for (var left = Bookings.MOST_EXTENSIONS; left > 0; left--) {
            desk.bookings().extend(key);
        }
        desk.clock.forward(Bookings.HOLD.plusSeconds(1));

        desk.bookings().extend(key);

        assertThat(desk.find(key).hold()).isNull();
    }

    /** Sends the booking just after the change has read it. */
    private void sendingMeanwhile(String key, Runnable change) {
        var seen = desk.find(key).revision();
        var sending = Meanwhile.after(
                desk.store.jdbi(),
                "select * from booking",
                () -> assertThat(desk.bookings().submit(key, seen)).isEqualTo(SubmitResult.SENT));
        change.run();
        assertThat(sending.happened()).isTrue();
    }

    private Instant claimsEnd(String key) {
        return desk.store
                .jdbi()
                .withHandle(db -> db.createQuery("""
                        select expires_at from hold join booking on booking.id = hold.booking_id where key_hash = :hash
                        """)
                        .bind("hash", Codes.hash(key))
                        .mapTo(long.class)
                        .map(Instant::ofEpochMilli)
                        .one());
    }

    private boolean isClaimed(Slot slot) {
        return new HoldTable(desk.store, OpenDesk.CLINIC.slug())
                .live(desk.clock.instant()).stream().anyMatch(live -> live.covers(slot));
    }
}
