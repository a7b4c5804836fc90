package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.booking.draft.Hold;
import selfbooking.booking.draft.SubmitResult;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.privacy.SealedAnswersTest;
import selfbooking.booking.times.Query;

/** From the tap on a time to what became of it, against the sandbox. */
class BookingsTest extends AtTheDesk {

    private static final Answers NEW_PATIENT = People.zoe()
            .withMobile("0491 570 006")
            .withEmail("zoe@example.com")
            .because("sore knee")
            .answers();

    @Test
    void new_patient_books_and_the_diary_has_it() {
        var offer = desk.freeTime();

        var booked = desk.send(desk.filledIn(offer.slot(), NEW_PATIENT));

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(booked.reference()).matches("[0-9A-HJKMNP-TV-Z]{6}");
        assertThat(desk.console.appointmentsNoting("Booked online, reference " + booked.reference()))
                .singleElement()
                .satisfies(there -> {
                    assertThat(there.at("/practitioner/practitionerId").asText())
                            .isEqualTo(offer.practitioner().id());
                    assertThat(there.path("locationId").asText())
                            .isEqualTo(offer.location().id());
                    assertThat(there.path("appointmentTypeId").asText())
                            .isEqualTo(offer.type().id());
                    assertThat(there.path("startDateTime").asText())
                            .startsWith(offer.startsAt().toLocalDateTime().toString());
                    assertThat(there.at("/client/lastName").asText()).isEqualTo("Quarrington");
                });
        assertThat(desk.freeTimes()).doesNotContain(offer);
    }

    @Test
    void known_patient_is_not_created_again() {
        var times = desk.freeTimes();
        desk.send(desk.filledIn(times.get(0).slot(), NEW_PATIENT));
        var before = desk.posts("client");

        var second = desk.send(desk.filledIn(times.get(5).slot(), NEW_PATIENT));

        assertThat(second.state()).isEqualTo(State.BOOKED);
        assertThat(desk.posts("client")).isEqualTo(before);
    }

    @Test
    void held_time_is_hidden_from_others_and_shown_to_its_owner() {
        var offer = desk.freeTime();
        var key = desk.held(offer.slot());

        assertThat(desk.freeTimes()).doesNotContain(offer);
        var own = desk.times().search(new Query(null, List.of(), null, null, offer.day()), key);
        assertThat(own.days().get(0).offers()).contains(offer);
    }

    @Test
    void second_patient_who_taps_a_held_time_is_offered_others() {
        var offer = desk.freeTime();
        desk.held(offer.slot());

        var second = desk.bookings().start(offer.slot(), OpenDesk.HERE);

        assertThat(second).isInstanceOfSatisfying(TapResult.Lost.class, lost -> {
            assertThat(lost.alternatives().lost()).isEqualTo(offer);
            assertThat(lost.alternatives().samePractitioner())
                    .hasSize(3)
                    .doesNotContain(offer)
                    .allMatch(other -> other.practitioner().equals(offer.practitioner()));
            assertThat(lost.alternatives().sameTime())
                    .noneMatch(other -> other.practitioner().equals(offer.practitioner()));
        });
    }

    @Test
    void time_that_reception_took_meanwhile_keeps_everything_and_offers_others() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), NEW_PATIENT);
        assertThat(desk.receptionTakes(offer)).isEqualTo(200);

        var taken = desk.send(key);

        assertThat(taken.state()).isEqualTo(State.TAKEN);
        assertThat(taken.answers()).isEqualTo(NEW_PATIENT);
        var others = desk.bookings().alternatives(key).orElseThrow();
        assertThat(others.samePractitioner()).hasSize(3).doesNotContain(offer);

        desk.bookings().swap(key, others.samePractitioner().get(0).slot());
        assertThat(desk.find(key).attempt()).isEqualTo(2);
        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);
    }

    @Test
    @BothStores
    void twenty_parallel_submits_are_one_appointment_and_one_client() throws Exception {
        var key = desk.filledIn(desk.freeTime().slot(), NEW_PATIENT);
        var seen = desk.find(key).revision();
        var all = new ArrayList<Callable<SubmitResult>>();
        for (var i = 0; i < 20; i++) {
            all.add(() -> desk.bookings().submit(key, seen));
        }
        var pool = Executors.newFixedThreadPool(20);
        for (var answer : pool.invokeAll(all)) {
            assertThat(answer.get()).isEqualTo(SubmitResult.SENT);
        }
        pool.shutdown();
        var booked = desk.bookings().await(key, OpenDesk.LONG_ENOUGH).orElseThrow();

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(desk.posts("appointment")).isEqualTo(1);
        assertThat(desk.posts("client")).isEqualTo(1);
    }

    @Test
    void form_that_shows_something_else_is_not_sent() {
        var key = desk.filledIn(desk.freeTime().slot(), NEW_PATIENT);
        var old = desk.find(key).revision();
        desk.bookings().answer(key, SealedAnswersTest.ALL);

        assertThat(desk.bookings().submit(key, old)).isEqualTo(SubmitResult.CHANGED);
        assertThat(desk.find(key).state()).isEqualTo(State.DRAFT);
        assertThat(desk.posts("appointment")).isZero();
    }

    @Test
    void draft_without_answers_is_not_sent() {
        var key = desk.held(desk.freeTime().slot());

        assertThat(desk.bookings().submit(key, desk.find(key).revision())).isEqualTo(SubmitResult.INCOMPLETE);
    }

    @Test
    @BothStores
    void swapping_takes_the_new_time_before_the_old_one_goes() {
        var times = desk.freeTimes();
        var key = desk.held(times.get(0).slot());
        var others = desk.held(times.get(1).slot());

        assertThat(desk.bookings().swap(key, times.get(1).slot()).orElseThrow()).isInstanceOf(TapResult.Lost.class);
        assertThat(desk.find(key).hold()).isNotNull();
        desk.bookings().release(others);
        assertThat(desk.bookings().swap(key, times.get(1).slot()).orElseThrow()).isInstanceOf(TapResult.Held.class);

        assertThat(desk.find(key).offer()).isEqualTo(times.get(1));
        assertThat(desk.freeTimes()).contains(times.get(0)).doesNotContain(times.get(1));
    }

    @Test
    void hold_ends_after_eight_minutes_and_the_answers_stay_thirty_more() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), NEW_PATIENT);

        desk.clock.forward(Duration.ofMinutes(9));
        assertThat(desk.find(key).hold()).isNull();
        assertThat(desk.find(key).answers()).isEqualTo(NEW_PATIENT);
        assertThat(desk.freeTimes()).contains(offer);

        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void ended_hold_whose_time_someone_else_holds_is_lost_at_the_end() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), NEW_PATIENT);
        desk.clock.forward(Duration.ofMinutes(9));
        desk.held(offer.slot());

        assertThat(desk.bookings().submit(key, desk.find(key).revision())).isEqualTo(SubmitResult.LOST);
        assertThat(desk.find(key).answers()).isEqualTo(NEW_PATIENT);
    }

    @Test
    @BothStores
    void hold_is_extended_ten_times_and_no_more() {
        var key = desk.held(desk.freeTime().slot());
        for (var left = Bookings.MOST_EXTENSIONS; left > 0; left--) {
            assertThat(hold(key).extensionsLeft()).isEqualTo(left);
            desk.clock.forward(Duration.ofMinutes(7));
            assertThat(desk.bookings().extend(key).orElseThrow()).isInstanceOf(TapResult.Held.class);
        }
        var end = hold(key).until();

        desk.bookings().extend(key);

        assertThat(hold(key).until()).isEqualTo(end);
    }

    @Test
    @BothStores
    void released_draft_frees_its_time_and_forgets_its_answers() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), NEW_PATIENT);

        desk.bookings().release(key);

        assertThat(desk.find(key).state()).isEqualTo(State.ENDED);
        assertThat(desk.find(key).answers()).isNull();
        assertThat(desk.freeTimes()).contains(offer);
    }

    @Test
    void unknown_key_opens_nothing() {
        assertThat(desk.bookings().find("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
        assertThat(desk.bookings().swap("x", desk.freeTime().slot())).isEmpty();
        assertThat(desk.bookings().extend("x")).isEmpty();
        assertThat(desk.bookings().alternatives("x")).isEmpty();
    }

    private Hold hold(String key) {
        return Objects.requireNonNull(desk.find(key).hold());
    }
}
