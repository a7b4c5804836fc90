package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.SetClock;
import selfbooking.TestStore;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.store.Store;

/** Two instances and one table: who may do what with a booking, and what each step leaves in its row. */
class SubmitTableTest {

    private static final Duration ONE_MORE_SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();
    private Store store;
    private SubmitTable here;
    private SubmitTable there;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        here = new SubmitTable(store, "clinic", "here", FaultPoints.NONE, clock);
        there = new SubmitTable(store, "clinic", "there", FaultPoints.NONE, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void claimed_booking_is_nobody_elses_until_the_lease_ends() {
        sent("a");

        assertThat(here.claimDue(4)).containsExactly("a");
        assertThat(there.claimDue(4)).isEmpty();
        assertThat(there.claim("a")).isEmpty();
        assertThat(here.claim("a")).isPresent();

        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(there.claimDue(4)).containsExactly("a");
    }

    @Test
    void the_longest_waiting_are_claimed_first_and_no_more_than_wanted() {
        sent("first");
        clock.forward(ONE_MORE_SECOND);
        sent("second");
        clock.forward(ONE_MORE_SECOND);
        sent("third");

        assertThat(here.claimDue(2)).containsExactlyInAnyOrder("first", "second");
        assertThat(there.claimDue(2)).containsExactly("third");
    }

    @Test
    void renewed_claim_outlives_its_lease_and_only_that_one() {
        sent("kept");
        sent("left");
        assertThat(here.claimDue(4)).hasSize(2);
        clock.forward(SubmitTable.LEASE.minusSeconds(2));

        here.renew(List.of());
        here.renew(List.of("kept"));
        clock.forward(Duration.ofSeconds(4));

        assertThat(there.claimDue(4)).containsExactly("left");
    }

    @Test
    void whoever_lost_the_claim_is_refused_each_step_and_nothing_changes() {
        sent("a");
        var row = here.claim("a").orElseThrow();
        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(there.claim("a")).isPresent();

        assertThatThrownBy(() -> here.sending(row, clock.instant())).isInstanceOf(SubmitTable.Superseded.class);
        assertThatThrownBy(() -> here.clientIs("a", "client")).isInstanceOf(SubmitTable.Superseded.class);

        assertThat(row("a").sends()).isZero();
        assertThat(row("a").clientId()).isNull();
        assertThat(row("a").sentUntil()).isNull();
    }

    @Test
    void step_keeps_the_claim_for_a_whole_lease() {
        sent("a");
        assertThat(here.claim("a")).isPresent();
        clock.forward(SubmitTable.LEASE.minusSeconds(2));
        here.clientIs("a", "client");
        clock.forward(Duration.ofSeconds(4));

        assertThat(there.claim("a")).isEmpty();
        assertThat(row("a").clientId()).isEqualTo("client");
    }

    @Test
    void sending_is_counted_and_taken_back_when_it_did_nothing() {
        sent("a");
        var until = until();
        here.sending(here.claim("a").orElseThrow(), until);
        assertThat(row("a").sends()).isEqualTo(1);
        assertThat(row("a").sentUntil()).isEqualTo(until);

        here.notSent("a");

        assertThat(row("a").sends()).isZero();
        assertThat(row("a").maybeInDiary()).isFalse();
        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
    }

    @Test
    void unclear_booking_is_due_when_it_is_to_be_looked_at_and_may_be_sent_once_more() {
        sent("a");
        here.sending(here.claim("a").orElseThrow(), until());
        here.unclear("a", until());
        assertThat(row("a").state()).isEqualTo(State.UNKNOWN);
        assertThat(there.claimDue(4)).isEmpty();

        clock.forward(TWO_MINUTES);
        assertThat(there.claimDue(4)).containsExactly("a");
        there.sending(row("a"), until());

        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
        assertThat(row("a").sends()).isEqualTo(2);
    }

    @Test
    void end_is_written_down_with_all_that_belongs_to_it() {
        sent("a");
        assertThat(here.claim("a")).isPresent();

        here.ended(Step.BOOKED, "a", booked(), db -> db.execute("update booking set extensions = 7"));

        assertThat(row("a").state()).isEqualTo(State.BOOKED);
        assertThat(row("a").extensions()).isEqualTo(7);
        assertThat(there.claimDue(4)).isEmpty();
    }

    @Test
    void end_without_what_belongs_to_it_is_none() {
        sent("a");
        assertThat(here.claim("a")).isPresent();

        assertThatThrownBy(() -> here.ended(Step.BOOKED, "a", booked(), db -> db.execute("no statement")))
                .isInstanceOf(JdbiException.class);

        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
        assertThat(here.claim("a")).isPresent();
    }

    @Test
    void booking_that_is_not_looked_for_any_more_is_nobodys_to_claim() {
        sent("a");
        assertThat(here.claim("a")).isPresent();

        here.lookAgain("a", null);

        assertThat(here.claim("a")).isEmpty();
        assertThat(there.claimDue(4)).isEmpty();
    }

    @Test
    void one_booking_at_a_time_has_the_same_patient_created() {
        sent("a");
        sent("b");
        assertThat(here.claimDue(4)).hasSize(2);

        assertThat(here.creatingClient("a", "person", until())).isTrue();
        assertThat(here.creatingClient("a", "person", until())).isTrue();
        assertThat(here.creatingClient("b", "person", until())).isFalse();
        assertThat(here.creatingClient("b", "somebody else", until())).isTrue();

        assertThat(row("a").clientUntil()).isNotNull();
        here.clientNotCreated("a");
        assertThat(row("a").clientUntil()).isNull();
        assertThat(here.creatingClient("b", "person", until())).isTrue();
    }

    @Test
    void creation_that_can_no_longer_arrive_is_forgotten_and_in_nobodys_way() {
        sent("a");
        sent("b");
        assertThat(here.claimDue(4)).hasSize(2);
        assertThat(here.creatingClient("a", "person", until())).isTrue();
        here.forgetNewClients();
        assertThat(newClients()).isEqualTo(1);

        clock.forward(TWO_MINUTES);
        assertThat(there.claim("b")).isPresent();
        assertThat(there.creatingClient("b", "person", until())).isTrue();
        clock.forward(TWO_MINUTES);
        there.forgetNewClients();

        assertThat(newClients()).isZero();
    }

    private Instant until() {
        return Instant.ofEpochMilli(clock.instant().plus(TWO_MINUTES).toEpochMilli());
    }

    private SubmitTable.End booked() {
        return new SubmitTable.End(State.BOOKED, "the diary said so", "appointment", until(), null);
    }

    private int newClients() {
        return store.jdbi()
                .withHandle(db -> db.select("select count(*) from new_client")
                        .mapTo(int.class)
                        .one());
    }

    private BookingRow row(String id) {
        return table().find(id).orElseThrow();
    }

    private BookingTable table() {
        return new BookingTable(store.jdbi(), "clinic");
    }

    /** A booking of that id and key which was handed over in this moment. */
    private void sent(String id) {
        var now = clock.instant();
        store.jdbi().useTransaction(db -> {
            table().insertDraft(db, id, id, offer(), now, now);
            table().submitted(db, id, "REF" + id, now, now);
        });
    }

    private Offer offer() {
        var start = clock.instant().plus(Duration.ofDays(1));
        return Offers.of(new Slot("lee", "here", "visit", start, start.plus(Duration.ofMinutes(30))));
    }
}
