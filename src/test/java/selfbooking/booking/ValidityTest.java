package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The first moment at which what was found changes by itself. */
class ValidityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:04:05.678Z");
    private static final Instant NEXT_MINUTE = Instant.parse("2026-11-23T02:05:00Z");

    private final Validity validity = new Validity(NOW);

    @Test
    void ends_with_the_minute_if_nothing_ends_before() {
        validity.endsAt(NEXT_MINUTE.plusNanos(1));

        assertThat(validity.until()).isEqualTo(NEXT_MINUTE);
        assertThat(new Validity(NEXT_MINUTE).until()).isEqualTo(NEXT_MINUTE.plusSeconds(60));
    }

    @Test
    void first_of_several_ends_counts() {
        validity.endsAt(NOW.plusSeconds(20));
        validity.endsAt(NOW.plusSeconds(10));
        validity.endsAt(NOW.plusSeconds(30));

        assertThat(validity.until()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void what_ended_before_changes_nothing_more() {
        validity.endsAt(NOW);
        validity.endsAt(Instant.MIN);

        assertThat(validity.until()).isEqualTo(NEXT_MINUTE);
    }

    @Test
    void what_is_still_so_at_a_moment_is_shown_at_that_moment() {
        validity.endsAfter(NOW);

        assertThat(validity.until()).isAfter(NOW).isBefore(NOW.plusMillis(1));
    }

    @Test
    void stale_answer_is_asked_for_again_within_a_second() {
        validity.askAgainAt(NOW.plusSeconds(40));
        assertThat(validity.until()).isEqualTo(NOW.plusSeconds(40));

        validity.askAgainAt(NOW.minusSeconds(40));
        assertThat(validity.until()).isEqualTo(NOW.plusSeconds(1));
    }
}
