package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who has a patient created who is new to the clinic. */
class NewClientTableTest extends TwoAtOneTable {

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

    private int newClients() {
        return store.jdbi()
                .withHandle(db -> db.select("select count(*) from new_client")
                        .mapTo(int.class)
                        .one());
    }
}
