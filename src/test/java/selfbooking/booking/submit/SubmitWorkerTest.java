package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.TestRooms;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Desk;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.HoldTable;
import selfbooking.booking.draft.Lease;
import selfbooking.booking.privacy.SealedAnswers;
import selfbooking.notice.Outbox;

/** The worker by itself: what it takes on, and when. */
@BothStores
class SubmitWorkerTest extends AtTheDesk {

    private static final String CLINIC = OpenDesk.CLINIC.slug();

    private final SecureRandom random = new SecureRandom();
    private String key;

    /** The desk's own worker is away. */
    @BeforeEach
    void handOver() {
        key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        desk.desk.close();
        var now = desk.clock.instant();
        var lease = new Lease("the one that sent it", now.plus(SubmitTable.LEASE));
        desk.store
                .jdbi()
                .useTransaction(db -> table().submitted(
                                db,
                                table().find(db, key).orElseThrow(),
                                "7ZX4QK",
                                now,
                                now.plus(Duration.ofDays(7)),
                                lease));
    }

    @Test
    void booking_that_is_under_way_is_not_taken_twice() {
        try (var submitter = submitter(FaultPoints.of("before-search-clients:1:hang:500"))) {
            submitter.take(desk.row(key));
            submitter.take(desk.row(key));

            waitFor(State.BOOKED);
        }
        assertThat(searches()).isEqualTo(1);
        assertThat(desk.posts("appointment")).isEqualTo(1);
    }

    @Test
    void what_waits_is_found_and_taken_on_also_after_a_look_that_failed() {
        desk.clock.forward(SubmitTable.LEASE);
        try (var submitter = submitter(FaultPoints.of("before-claim:1:throw"))) {
            submitter.start();

            waitFor(State.BOOKED);
        }
    }

    @Test
    void booking_that_a_dead_process_held_is_taken_on_at_once() {
        var anHourOn = desk.clock.instant().plus(Duration.ofHours(1)).toEpochMilli();
        desk.store.jdbi().useHandle(db -> db.execute("update booking set claimed_until = ?", anHourOn));
        try (var submitter = submitter(FaultPoints.NONE)) {
            submitter.freeWhatTheDeadHeld();
            submitter.start();

            waitFor(State.BOOKED);
        }
    }

    @Test
    void booked_time_stays_claimed_until_no_answer_from_before_is_shown() {
        try (var submitter = submitter(FaultPoints.NONE)) {
            submitter.take(desk.row(key));
            waitFor(State.BOOKED);
        }
        var now = desk.clock.instant();
        assertThat(Instant.ofEpochMilli(desk.number("select max(expires_at) from hold")))
                .isBetween(now.plus(Duration.ofMinutes(15)), now.plus(Duration.ofMinutes(16)));
    }

    @Test
    void claim_of_a_booking_under_way_is_kept_up() {
        try (var submitter = submitter(FaultPoints.of("before-search-clients:1:hang:4000"))) {
            submitter.take(desk.row(key));
            var until = claimedUntil();
            submitter.start();
            desk.clock.forward(SubmitTable.LEASE.minusSeconds(5));

            Wait.until("claimed for longer", () -> claimedUntil() > until);

            assertThat(desk.clock.millis()).isLessThan(until);
            assertThat(searches()).as("calls made meanwhile").isZero();
        }
    }

    @Test
    void what_has_long_ended_is_forgotten() {
        desk.reopen();
        desk.bookings().release(desk.held(desk.freeTime().slot()));
        waitFor(State.BOOKED);
        assertThat(desk.number("select count(*) from booking where state = 'ENDED'"))
                .isEqualTo(1);
        assertThat(desk.number("select count(*) from new_client")).isEqualTo(1);

        desk.clock.forward(Duration.ofDays(30).plusSeconds(1));

        Wait.until("forgotten", () -> desk.number("select count(*) from booking where state = 'ENDED'") == 0);
        Wait.until("nobody waits for the client", () -> desk.number("select count(*) from new_client") == 0);
        assertThat(desk.row(key).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void worker_keeps_no_process_alive() {
        assertThat(SubmitWorker.named("submit").newThread(() -> {}).isDaemon()).isTrue();
    }

    @Test
    void booking_that_waited_too_long_to_be_sent_is_left_to_the_clinic() {
        desk.clock.forward(desk.patience().giveUp().plusSeconds(1));
        try (var submitter = submitter(FaultPoints.NONE)) {
            submitter.take(desk.row(key));

            waitFor(State.CALL_CLINIC);
            Wait.until("it is counted", () -> counted("call_clinic") == 1);
        }
        assertThat(searches()).isZero();
        assertThat(desk.posts("appointment")).isZero();
    }

    private void waitFor(State state) {
        Wait.until(state.name(), () -> desk.row(key).state() == state);
    }

    private long claimedUntil() {
        return desk.number("select coalesce(max(claimed_until), 0) from booking");
    }

    private double counted(String end) {
        var counter = desk.meters
                .find("selfbooking.bookings")
                .tags("clinic", CLINIC, "end", end)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long searches() {
        return desk.console.calls().stream()
                .filter(call -> call.path("path").asText().endsWith("/Client/"))
                .filter(call -> call.path("method").asText().equals("GET"))
                .count();
    }

    private BookingTable table() {
        return new BookingTable(desk.store.jdbi(), CLINIC);
    }

    private SubmitWorker submitter(FaultPoints faults) {
        var submits = new SubmitTable(desk.store, CLINIC, "here", faults, desk.clock);
        return new SubmitWorker(
                submits,
                table(),
                submission(submits, faults),
                new OutcomeWaiter(TestRooms.TIMER, Runnable::run),
                desk.clock);
    }

    private SubmitStep submission(SubmitTable submits, FaultPoints faults) {
        var clock = desk.clock;
        var patience = desk.patience();
        var calls = new SubmitCalls(desk.port, faults);
        var help = new CallForHelp(new Outbox(Map.of(), random, clock), CLINIC);
        var ends = Desk.ends(desk.meters, CLINIC);
        var settling = new RecordOutcome(submits, new HoldTable(desk.store, CLINIC), diary(), help, ends, clock);
        var clients = new PatientMatch(calls, submits, OpenDesk.SECRET, clock, patience);
        var sealed = new SealedAnswers(OpenDesk.SECRET, random);
        var sending = new BookInDiary(calls, clients, submits, settling, sealed, clock, patience);
        return new SubmitStep(submits, sending, new FindInDiary(calls), settling, clock, patience);
    }

    private Diary diary() {
        var reader = desk.port;
        return new Diary(reader, desk.room, desk.clock, Runnable::run, new SimpleMeterRegistry(), CLINIC);
    }
}
