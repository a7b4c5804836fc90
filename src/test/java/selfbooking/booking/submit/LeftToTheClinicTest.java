package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Meanwhile;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Offer;

/** When a booking is sent again, looked for again or left to a person at the clinic. */
class LeftToTheClinicTest extends AtTheDesk {

    private static final String BOOK = "POST /api/core/v2.1/Appointment/";
    private static final String LISTS_FAIL =
            "{\"method\":\"GET\",\"path\":\"appointment/\",\"kind\":\"status\",\"status\":404,\"times\":0}";

    private Offer offer;
    private String key;

    @BeforeEach
    void fillIn() {
        offer = desk.freeTime();
        key = desk.filledIn(offer.slot(), People.ZOE);
    }

    @Test
    void booking_sent_twice_and_not_found_is_left_to_the_clinic() {
        unclear();
        desk.proxy.loseRequest(BOOK);
        desk.clock.forward(SubmitTimings.USUAL.mayArrive());
        Wait.until("sent again", () -> desk.row(key).sends() == 2);
        waitFor(State.UNKNOWN);
        assertThat(letters()).isZero();

        desk.clock.forward(SubmitTimings.USUAL.mayArrive());

        waitFor(State.CALL_CLINIC);
        assertThat(why()).isEqualTo("sent twice and not found");
        assertThat(desk.posts("appointment")).isZero();
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void booking_that_may_still_arrive_is_only_looked_for() {
        unclear();

        desk.clock.forward(SubmitTimings.USUAL.lookEvery());
        Wait.until("looked for", () -> lists() >= 1);
        desk.clock.forward(SubmitTimings.USUAL.lookEvery());
        Wait.until("looked for again", () -> lists() >= 2);

        assertThat(desk.row(key).state()).isEqualTo(State.UNKNOWN);
        assertThat(desk.row(key).sends()).isEqualTo(1);
    }

    @Test
    void list_that_is_refused_is_asked_for_again_until_it_is_too_late() {
        desk.console.arm(LISTS_FAIL);
        unclear();
        desk.clock.forward(SubmitTimings.USUAL.lookEvery());
        Wait.until("looked for", () -> lists() >= 1);
        desk.clock.forward(SubmitTimings.USUAL.lookEvery());
        Wait.until("looked for again", () -> lists() >= 2);
        assertThat(desk.row(key).state()).isEqualTo(State.UNKNOWN);

        desk.clock.forward(SubmitTimings.USUAL.giveUp());

        waitFor(State.CALL_CLINIC);
        assertThat(why()).isEqualTo("REFUSED from the diary");
    }

    @Test
    void time_empty_after_ten_minutes_is_left_to_the_clinic_and_looked_for() {
        unclear();
        desk.clock.forward(SubmitTimings.USUAL.giveUp().plusSeconds(1));

        waitFor(State.CALL_CLINIC);

        assertThat(why()).isEqualTo("not found for too long");
        assertThat(nextLook()).isAfter(desk.clock.instant());
        assertThat(desk.number("select count(*) from hold")).isEqualTo(1);
    }

    @Test
    void search_that_is_refused_is_left_to_the_clinic_and_never_looked_for() {
        desk.console.arm("{\"method\":\"GET\",\"path\":\"client/\",\"kind\":\"status\",\"status\":404}");

        assertThat(desk.send(key).state()).isEqualTo(State.CALL_CLINIC);

        assertThat(why()).isEqualTo("REFUSED from the diary");
        assertThat(nextLook()).isEqualTo(Instant.EPOCH);
        assertThat(desk.number("select count(*) from hold")).isZero();
    }

    @Test
    void taken_at_the_first_sending_is_said_at_once_and_frees_the_time() {
        desk.receptionTakes(offer);
        var shown = desk.desk.version().diary();

        assertThat(desk.send(key).state()).isEqualTo(State.TAKEN);

        assertThat(why()).isEqualTo("the diary said that it is taken");
        assertThat(lists()).isZero();
        assertThat(desk.row(key).maybeInDiary()).isFalse();
        assertThat(desk.number("select count(*) from hold")).isZero();
        assertThat(desk.desk.version().diary()).isGreaterThan(shown);
    }

    @Test
    void taken_after_an_unclear_sending_may_be_our_own_and_is_looked_for() {
        unclear();
        var quicker = Meanwhile.after(
                desk.store.jdbi(),
                "sends = sends + 1",
                () -> desk.receptionTakes(
                        offer, Objects.requireNonNull(desk.row(key).clientId())));
        desk.clock.forward(SubmitTimings.USUAL.mayArrive());

        waitFor(State.BOOKED);

        assertThat(quicker.happened()).isTrue();
        assertThat(why()).isEqualTo("found without our reference");
    }

    @Test
    void booking_left_to_the_clinic_is_looked_for_at_least_every_six_hours() {
        unclear();
        desk.console.arm(LISTS_FAIL);
        desk.clock.forward(SubmitTimings.USUAL.giveUp().plusSeconds(1));
        waitFor(State.CALL_CLINIC);
        assertThat(pause()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        desk.console.clearFaults();

        desk.clock.forward(Duration.ofHours(2));
        Wait.until("looked for", () -> pause().compareTo(Duration.ofMinutes(50)) > 0);
        assertThat(pause()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(70));
        desk.console.arm(LISTS_FAIL);
        desk.clock.forward(Duration.ofHours(20));
        Wait.until("looked for again", () -> pause().compareTo(Duration.ofHours(5)) > 0);

        assertThat(pause()).isBetween(Duration.ofHours(6).minusMinutes(1), Duration.ofHours(6));
        assertThat(desk.row(key).state()).isEqualTo(State.CALL_CLINIC);
    }

    @Test
    void step_that_fails_for_no_known_reason_is_taken_again() {
        desk.reopen("before-search-clients:1:throw");
        submit();
        Wait.until("put off", () -> nextLook().isAfter(desk.clock.instant()));

        desk.clock.forward(Duration.ofSeconds(3));

        waitFor(State.BOOKED);
    }

    private void unclear() {
        desk.proxy.loseRequest(BOOK);
        submit();
        waitFor(State.UNKNOWN);
    }

    private void submit() {
        desk.bookings().submit(key, desk.find(key).revision());
    }

    private void waitFor(State state) {
        Wait.until(state.name(), () -> desk.row(key).state() == state);
    }

    private long lists() {
        return desk.console.calls().stream()
                .filter(call -> call.path("method").asText().equals("GET"))
                .filter(call -> call.path("path").asText().endsWith("/Appointment/"))
                .count();
    }

    private Duration pause() {
        return Duration.between(desk.clock.instant(), nextLook());
    }

    /** The epoch when there is none. */
    private Instant nextLook() {
        return Instant.ofEpochMilli(desk.number("select coalesce(max(look_at), 0) from booking"));
    }

    private long letters() {
        return desk.number("select count(*) from outbox");
    }

    /** What the audit trail says last. */
    private String why() {
        return desk.store
                .jdbi()
                .withHandle(db -> db.select("select why from audit order by number desc limit 1")
                        .mapTo(String.class)
                        .one());
    }
}
