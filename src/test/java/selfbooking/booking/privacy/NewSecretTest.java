package selfbooking.booking.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.State;

/** What a change of APP_SECRET does to bookings and pages from before it. */
@BothStores
class NewSecretTest extends AtTheDesk {

    private static final String OLD = "a secret of this installation only";
    private static final String NEW = "the secret after a change of it";

    @Test
    void draft_from_before_goes_on_and_is_sealed_anew() {
        var key = desk.filledIn(desk.freeTime().slot(), SealedAnswersTest.ALL);
        var before = sealed();

        desk.reopen(new AppSecret(NEW, OLD));
        Wait.until("the answers to be sealed anew", () -> !sealed().equals(before));
        desk.reopen(new AppSecret(NEW));

        assertThat(desk.find(key).answers()).isEqualTo(SealedAnswersTest.ALL);
        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void page_from_before_still_books() {
        var code = desk.desk.slotCode().write(desk.freeTime().slot());

        desk.reopen(new AppSecret(NEW, OLD));

        assertThat(desk.desk.slotCode().read(code))
                .hasValueSatisfying(slot -> assertThat(desk.held(slot)).isNotEmpty());
    }

    @Test
    void wrong_secret_says_so_and_loses_nothing() {
        var key = desk.filledIn(desk.freeTime().slot(), SealedAnswersTest.ALL);
        var before = sealed();

        desk.reopen(new AppSecret(NEW));
        assertThatThrownBy(() -> desk.find(key)).hasMessageContaining("APP_SECRET_BEFORE");
        new Resealing(desk.store.jdbi(), "clinic", new SealedAnswers(new AppSecret(NEW), new SecureRandom())).run();

        assertThat(sealed()).isEqualTo(before);
        desk.reopen();
        assertThat(desk.find(key).answers()).isEqualTo(SealedAnswersTest.ALL);
    }

    private String sealed() {
        return desk.store
                .jdbi()
                .withHandle(db -> db.createQuery("select answers from booking")
                        .mapTo(String.class)
                        .one());
    }
}
