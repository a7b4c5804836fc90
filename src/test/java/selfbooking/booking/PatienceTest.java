package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void server_that_answers_soon_is_looked_at_more_often() {
        var soon = Patience.arrivingWithin(Duration.ofSeconds(11));

        assertThat(soon)
                .isEqualTo(new Patience(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(11),
                        Duration.ofMillis(2_200),
                        Patience.USUAL.giveUp()));
    }

    @Test
    void server_that_answers_late_is_looked_at_as_usual() {
        assertThat(Patience.arrivingWithin(Duration.ofSeconds(15)).lookEvery()).isEqualTo(Patience.USUAL.lookEvery());
        assertThat(Patience.arrivingWithin(Patience.USUAL.mayArrive())).isEqualTo(Patience.USUAL);
        assertThat(Patience.arrivingWithin(Duration.ofSeconds(220)).mayLeave()).isEqualTo(Duration.ofSeconds(80));
    }
}
