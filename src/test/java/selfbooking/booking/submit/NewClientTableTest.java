package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.booking.draft.BookingRow;

/** Who has a patient created who is new to the clinic. */
@BothStores
class NewClientTableTest extends TwoAtOneTable {

    private BookingRow a;
    private BookingRow b;

    @BeforeEach
    void two_bookings() {
        sent("a");
        sent("b");
        assertThat(here.claimDue(4)).hasSize(2);
        a = row("a");
        b = row("b");
    }

    @Test
    void one_booking_at_a_time_has_the_same_patient_created() {
        assertThat(here.creatingClient(a, "person", clock.instant(), until())).isTrue();
        assertThat(here.creatingClient(a, "person", clock.instant(), until())).isTrue();
        assertThat(here.creatingClient(b, "person", clock.instant(), until())).isFalse();
        assertThat(here.creatingClient(b, "somebody else", clock.instant(), until()))
                .isTrue();

        assertThat(row("a").clientUntil()).isNotNull();
        here.clientNotCreated(a);
        assertThat(row("a").clientUntil()).isNull();
        assertThat(here.creatingClient(b, "person", clock.instant(), until())).isTrue();
    }

    @Test
    void creation_that_can_no_longer_arrive_is_forgotten_and_in_nobodys_way() {
        assertThat(here.creatingClient(a, "person", clock.instant(), until())).isTrue();
        here.forgetNewClients();
        assertThat(newClients()).isEqualTo(1);

        clock.forward(TWO_MINUTES);
        assertThat(claimedIds(there, 4)).contains("b");
        assertThat(there.creatingClient(row("b"), "person", clock.instant(), until()))
                .isTrue();
        clock.forward(TWO_MINUTES.plus(ONE_MORE_SECOND));
        there.forgetNewClients();
        assertThat(newClients()).isEqualTo(1);

        clock.forward(SubmitTable.LONGEST_SEARCH);
        there.forgetNewClients();

        assertThat(newClients()).isZero();
    }

    /** It may have arrived after they were searched for. */
    @Test
    void creation_that_could_arrive_after_the_search_is_in_the_way() {
        assertThat(here.creatingClient(a, "person", clock.instant(), until())).isTrue();
        var searched = clock.instant();
        clock.forward(TWO_MINUTES);

        assertThat(claimedIds(there, 4)).contains("b");
        assertThat(there.creatingClient(row("b"), "person", searched, until())).isFalse();
        assertThat(there.creatingClient(row("b"), "person", clock.instant(), until()))
                .isTrue();
    }

    private int newClients() {
        return store.jdbi()
                .withHandle(db -> db.select("select count(*) from new_client")
                        .mapTo(int.class)
                        .one());
    }
}
