package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Booking;
import selfbooking.booking.Bookings;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.draft.answers.Answers;

/** Bookings whose answers get lost on the way, over real sockets. */
class SubmitStepTest extends AtTheDesk {

    private static final String BOOK = "POST /api/core/v2.1/Appointment/";
    private static final String CREATE = "POST /api/core/v2.1/Client/";
    private static final Answers PATIENT = People.ZOE;

    @Test
    void lost_answer_is_looked_for_and_found_in_the_diary() {
        desk.proxy.loseAnswerOf(BOOK);

        var booked = desk.send(draft());

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(desk.posts("appointment")).isEqualTo(1);
        assertThat(appointments(booked)).isEqualTo(1);
    }

    @Test
    void request_that_never_arrived_is_sent_once_more_when_it_no_longer_can() {
        desk.proxy.loseRequest(BOOK);
        var key = draft();
        submit(key);
        waitFor(key, State.UNKNOWN);
        assertThat(desk.posts("appointment")).isZero();

        desk.clock.forward(SubmitTimings.USUAL.mayArrive());
        var booked = desk.bookings().await(key, OpenDesk.LONG_ENOUGH).orElseThrow();

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(appointments(booked)).isEqualTo(1);
    }

    @Test
    void time_taken_by_reception_after_a_lost_request_is_taken() {
        desk.proxy.loseRequest(BOOK);
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), PATIENT);
        submit(key);
        waitFor(key, State.UNKNOWN);
        desk.receptionTakes(offer);

        assertThat(desk.bookings()
                        .await(key, OpenDesk.LONG_ENOUGH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.TAKEN);
    }

    @Test
    void lost_answer_of_a_new_client_creates_no_second_one() {
        desk.proxy.loseAnswerOf(CREATE);

        var booked = desk.send(draft());

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(desk.posts("client")).isEqualTo(1);
    }

    @Test
    void restart_goes_on_where_the_booking_stood() {
        desk.proxy.loseAnswerOf(BOOK);
        var key = draft();
        submit(key);
        waitFor(key, State.UNKNOWN);

        desk.reopen();

        var booked = desk.bookings().await(key, OpenDesk.LONG_ENOUGH).orElseThrow();
        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(appointments(booked)).isEqualTo(1);
    }

    @Test
    void several_clients_that_fit_are_left_to_the_clinic_and_nothing_is_created() {
        var ambiguous = People.grace().withEmail("someone@example.com").answers();

        var left = desk.send(desk.filledIn(desk.freeTime().slot(), ambiguous));

        assertThat(left.state()).isEqualTo(State.CALL_CLINIC);
        assertThat(desk.posts("client")).isZero();
        assertThat(desk.posts("appointment")).isZero();
    }

    @Test
    void mobile_tells_namesakes_apart() {
        var second = People.grace().withMobile("0491 570 157").answers();

        assertThat(desk.send(desk.filledIn(desk.freeTime().slot(), second)).state())
                .isEqualTo(State.BOOKED);
        assertThat(desk.posts("client")).isZero();
    }

    @Test
    void missing_permission_is_left_to_the_clinic_and_blocks_no_time() {
        desk.console.switches("{\"revokedPermissions\":[\"CREATE_APPOINTMENT\"]}");
        var offer = desk.freeTime();

        assertThat(desk.send(desk.filledIn(offer.slot(), PATIENT)).state()).isEqualTo(State.CALL_CLINIC);

        assertThat(desk.freeTimes()).contains(offer);
    }

    @Test
    void ten_minutes_without_clarity_are_left_to_the_clinic() {
        var key = draft();
        var seen = desk.find(key).revision();
        desk.proxy.close();
        desk.sandbox.close();
        desk.bookings().submit(key, seen);
        assertThat(desk.find(key).state()).isEqualTo(State.SUBMITTING);

        desk.clock.forward(SubmitTimings.USUAL.giveUp().plus(Duration.ofSeconds(1)));

        assertThat(desk.bookings()
                        .await(key, OpenDesk.LONG_ENOUGH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.CALL_CLINIC);
    }

    @Test
    void booking_found_in_the_diary_after_a_long_stop_is_booked() {
        desk.proxy.loseAnswerOf(BOOK);
        var key = draft();
        submit(key);
        waitFor(key, State.UNKNOWN);

        desk.clock.forward(SubmitTimings.USUAL.giveUp().plus(Duration.ofHours(1)));

        var booked = desk.bookings().await(key, OpenDesk.LONG_ENOUGH).orElseThrow();
        assertThat(booked.state()).isEqualTo(State.BOOKED);
    }

    @Test
    void answers_are_erased_a_day_after_the_visit_and_the_booking_stays() {
        var key = draft();
        var end = desk.send(key).offer().slot().end();

        desk.clock.forward(Duration.between(desk.clock.instant(), end)
                .plus(Duration.ofHours(24))
                .plusSeconds(1));

        Wait.until("erased", () -> desk.find(key).answers() == null);
        assertThat(desk.find(key).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void forgotten_draft_ends_half_an_hour_after_its_hold() {
        var key = draft();

        desk.clock.forward(Bookings.HOLD.plus(Bookings.ANSWERS_STAY).plusSeconds(1));

        waitFor(key, State.ENDED);
        assertThat(desk.find(key).answers()).isNull();
    }

    @Test
    void booking_left_to_the_clinic_is_looked_for_until_it_is_found() {
        desk.proxy.loseRequest(BOOK);
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), PATIENT);
        submit(key);
        waitFor(key, State.UNKNOWN);
        desk.console.arm("{\"method\":\"GET\",\"path\":\"appointment/\",\"kind\":\"status\",\"times\":0}");
        desk.clock.forward(SubmitTimings.USUAL.giveUp().plusSeconds(1));
        waitFor(key, State.CALL_CLINIC);

        desk.console.clearFaults();
        assertThat(desk.receptionTakes(
                        offer, Objects.requireNonNull(desk.row(key).clientId())))
                .isEqualTo(200);
        desk.clock.forward(SubmitTimings.USUAL.giveUp());

        waitFor(key, State.BOOKED);
    }

    @Test
    void nothing_is_looked_for_once_the_visit_has_begun() {
        desk.proxy.loseRequest(BOOK);
        var key = draft();
        submit(key);
        waitFor(key, State.UNKNOWN);
        var start = desk.find(key).offer().slot().start();

        desk.clock.forward(Duration.between(desk.clock.instant(), start).plusMinutes(1));
        waitFor(key, State.CALL_CLINIC);

        assertThat(desk.store
                        .jdbi()
                        .<Integer, RuntimeException>withHandle(
                                db -> db.select("select count(*) from booking where look_at is not null")
                                        .mapTo(int.class)
                                        .one()))
                .isZero();
    }

    @Test
    void two_bookings_of_one_new_patient_at_once_create_one_client() {
        var times = desk.freeTimes();
        var first = desk.filledIn(times.get(0).slot(), PATIENT);
        var second = desk.filledIn(times.get(times.size() - 1).slot(), PATIENT);
        desk.console.arm("{\"method\":\"POST\",\"path\":\"client/\",\"kind\":\"slow\",\"delayMillis\":1500}");

        submit(first);
        submit(second);
        waitFor(first, State.BOOKED);
        waitFor(second, State.BOOKED);

        assertThat(desk.posts("client")).isEqualTo(1);
        assertThat(desk.row(first).clientId()).isEqualTo(desk.row(second).clientId());
    }

    private String draft() {
        return desk.filledIn(desk.freeTime().slot(), PATIENT);
    }

    private void submit(String key) {
        desk.bookings().submit(key, desk.find(key).revision());
    }

    private void waitFor(String key, State state) {
        Wait.until(state.name(), () -> desk.find(key).state() == state);
    }

    private long appointments(Booking booking) {
        return desk.console
                .appointmentsNoting(Objects.requireNonNull(booking.reference()))
                .size();
    }
}
