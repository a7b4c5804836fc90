package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubmitTimingsTest {

    @Test
    void server_that_answers_soon_is_looked_at_more_often() {
        var soon = SubmitTimings.arrivingWithin(Duration.ofSeconds(11));

        assertThat(soon)
                .isEqualTo(new SubmitTimings(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(11),
                        Duration.ofMillis(2_200),
                        SubmitTimings.USUAL.giveUp()));
    }

    @Test
    void server_that_answers_late_is_looked_at_as_usual() {
        assertThat(SubmitTimings.arrivingWithin(Duration.ofSeconds(15)).lookEvery())
                .isEqualTo(SubmitTimings.USUAL.lookEvery());
        assertThat(SubmitTimings.arrivingWithin(SubmitTimings.USUAL.mayArrive()))
                .isEqualTo(SubmitTimings.USUAL);
        assertThat(SubmitTimings.arrivingWithin(Duration.ofSeconds(220)).mayLeave())
                .isEqualTo(Duration.ofSeconds(80));
    }
}
