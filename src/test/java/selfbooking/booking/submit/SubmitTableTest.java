package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.draft.BookingRow;

/** Who may do what with a booking, and what each step leaves in its row. */
@BothStores
class SubmitTableTest extends TwoAtOneTable {

    @Test
    void claimed_booking_is_nobody_elses_until_the_lease_ends() {
        sent("a");

        assertThat(claimedIds(here, 4)).containsExactly("a");
        assertThat(there.claimDue(4)).isEmpty();
        assertThat(here.claimDue(4)).isEmpty();

        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(claimedIds(there, 4)).containsExactly("a");
    }

    @Test
    void the_longest_waiting_are_claimed_first_and_no_more_than_wanted() {
        sent("first");
        clock.forward(ONE_MORE_SECOND);
        sent("second");
        clock.forward(ONE_MORE_SECOND);
        sent("third");

        assertThat(claimedIds(here, 2)).containsExactlyInAnyOrder("first", "second");
        assertThat(claimedIds(there, 2)).containsExactly("third");
    }

    @Test
    void sent_booking_is_claimed_by_who_sent_it_until_the_lease_ends() {
        sent("a", here.lease());

        assertThat(there.claimDue(4)).isEmpty();
        here.sending(row("a"), "client", until());
        assertThat(row("a").sends()).isEqualTo(1);

        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(claimedIds(there, 4)).containsExactly("a");
    }

    @Test
    void renewed_claim_outlives_its_lease_and_only_that_one() {
        sent("kept");
        sent("left");
        assertThat(here.claimDue(4)).hasSize(2);
        clock.forward(SubmitTable.LEASE.minusSeconds(2));

        here.renew(List.of());
        here.renew(List.of(row("kept")));
        clock.forward(Duration.ofSeconds(4));

        assertThat(claimedIds(there, 4)).containsExactly("left");
    }

    @Test
    void lease_that_was_lost_is_not_renewed() {
        sent("a");
        var lost = claimed(here);
        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(claimed(there).id()).isEqualTo("a");
        clock.forward(SubmitTable.LEASE.minusSeconds(2));

        here.renew(List.of(lost));
        clock.forward(Duration.ofSeconds(4));

        assertThat(claimedIds(here, 4)).containsExactly("a");
    }

    @Test
    void whoever_lost_the_claim_is_refused_each_step_and_nothing_changes() {
        sent("a");
        var row = claimed(here);
        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(claimed(there).id()).isEqualTo("a");

        refusesEachStep(row);
    }

    /** What was read under the first lease may be old. */
    @Test
    void whoever_claimed_anew_is_refused_each_step_under_the_old_lease() {
        sent("a");
        var row = claimed(here);
        clock.forward(SubmitTable.LEASE.plus(ONE_MORE_SECOND));
        assertThat(claimed(here).id()).isEqualTo("a");

        refusesEachStep(row);
    }

    private void refusesEachStep(BookingRow row) {
        assertThatThrownBy(() -> here.sending(row, "client", clock.instant()))
                .isInstanceOf(SubmitTable.Superseded.class);
        assertThatThrownBy(() -> here.lookAgain(row, null)).isInstanceOf(SubmitTable.Superseded.class);
        assertThatThrownBy(() -> here.creatingClient(row, "person", clock.instant(), until()))
                .isInstanceOf(SubmitTable.Superseded.class);

        assertThat(row("a").sends()).isZero();
        assertThat(row("a").clientId()).isNull();
        assertThat(row("a").clientUntil()).isNull();
        assertThat(row("a").sentUntil()).isNull();
    }

    @Test
    void step_keeps_the_claim_for_a_whole_lease() {
        sent("a");
        var row = claimed(here);
        clock.forward(SubmitTable.LEASE.minusSeconds(2));
        here.sending(row, "client", until());
        clock.forward(Duration.ofSeconds(4));

        assertThat(there.claimDue(4)).isEmpty();
        assertThat(row("a").clientId()).isEqualTo("client");
    }

    @Test
    void sending_is_counted_and_taken_back_when_it_did_nothing() {
        sent("a");
        var row = claimed(here);
        assertThat(here.creatingClient(row, "person", clock.instant(), until())).isTrue();
        var until = until();
        here.sending(row, "client", until);
        assertThat(row("a").sends()).isEqualTo(1);
        assertThat(row("a").sentUntil()).isEqualTo(until);
        assertThat(row("a").clientId()).isEqualTo("client");
        assertThat(row("a").clientUntil()).isNull();

        here.notSent(row);

        assertThat(row("a").sends()).isZero();
        assertThat(row("a").maybeInDiary()).isFalse();
        assertThat(row("a").clientId()).isEqualTo("client");
        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
    }

    @Test
    void unclear_booking_is_due_at_its_next_look_and_may_be_sent_once_more() {
        sent("a");
        var row = claimed(here);
        here.sending(row, "client", until());
        here.unclear(row, clock.instant().plus(ONE_MORE_SECOND));
        assertThat(row("a").state()).isEqualTo(State.UNKNOWN);
        assertThat(there.claimDue(4)).isEmpty();

        clock.forward(ONE_MORE_SECOND);
        there.sending(claimed(there), "client", until());

        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
        assertThat(row("a").sends()).isEqualTo(2);
    }

    @Test
    void end_is_written_down_with_all_that_belongs_to_it() {
        sent("a");
        var row = claimed(here);

        here.ended(Step.BOOKED, row, booked(), db -> db.execute("update booking set extensions = 7"));

        assertThat(row("a").state()).isEqualTo(State.BOOKED);
        assertThat(row("a").extensions()).isEqualTo(7);
        assertThat(there.claimDue(4)).isEmpty();
    }

    @Test
    void end_without_what_belongs_to_it_is_none() {
        sent("a");
        var row = claimed(here);

        assertThatThrownBy(() -> here.ended(Step.BOOKED, row, booked(), db -> db.execute("no statement")))
                .isInstanceOf(JdbiException.class);

        assertThat(row("a").state()).isEqualTo(State.SUBMITTING);
        here.notSent(row);
    }

    @Test
    void booking_that_is_not_looked_for_any_more_is_nobodys_to_claim() {
        sent("a");

        here.lookAgain(claimed(here), null);

        assertThat(here.claimDue(4)).isEmpty();
        assertThat(there.claimDue(4)).isEmpty();
    }

    @Test
    void booking_left_to_the_clinic_is_looked_for_when_it_is_time() {
        sent("a");
        var row = claimed(here);
        here.ended(Step.CALL_CLINIC, row, callClinic(), db -> db.execute("update booking set extensions = 7"));
        assertThat(there.claimDue(4)).isEmpty();

        clock.forward(TWO_MINUTES.plus(ONE_MORE_SECOND));

        assertThat(claimedIds(there, 4)).containsExactly("a");
    }

    @Test
    void what_the_dead_held_is_free_at_once_for_the_only_process() {
        sent("a");
        assertThat(claimedIds(here, 4)).containsExactly("a");

        there.freeAll();

        assertThat(claimedIds(there, 4)).containsExactly("a");
    }

    private SubmitTable.End booked() {
        return new SubmitTable.End(State.BOOKED, "the diary said so", "appointment", until(), null);
    }

    private SubmitTable.End callClinic() {
        return new SubmitTable.End(State.CALL_CLINIC, "no answer for too long", null, until(), until());
    }
}
