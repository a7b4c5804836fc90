package selfbooking.coreplus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Pace pace = new Pace(nanos::get);

    @Test
    void is_open_until_the_server_complains() {
        assertThat(pace.isShut()).isFalse();
        pace.throttled(Duration.ofSeconds(7));
        assertThat(pace.isShut()).isTrue();
        passes(Duration.ofSeconds(7));
        assertThat(pace.isShut()).isFalse();
    }

    @Test
    void never_waits_longer_than_a_minute() {
        assertThat(pace.throttled(Duration.ofHours(9))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_shorter_wish_does_not_end_a_longer_pause() {
        pace.throttled(Duration.ofSeconds(9));
        assertThat(pace.throttled(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void without_a_wish_the_pause_is_jittered_and_doubles() {
        for (int complaint = 0; complaint < 8; complaint++) {
            var pause = pace.throttled(null);
            var most = Duration.ofSeconds(1L << Math.min(complaint, 5));
            assertThat(pause).isBetween(most.dividedBy(2), most);
            passes(pause);
        }
    }

    @Test
    void complaints_of_the_same_moment_count_once() {
        for (int call = 0; call < 10; call++) {
            pace.throttled(null);
        }
        assertThat(pace.shutFor()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void an_answer_in_between_starts_the_doubling_anew() {
        for (int complaint = 0; complaint < 5; complaint++) {
            passes(pace.throttled(null));
        }
        pace.wentWell();
        assertThat(pace.throttled(null)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void half_of_the_permits_stay_in_use() {
        for (int call = 0; call < 5; call++) {
            assertThat(pace.withheld()).isEqualTo(Duration.ofSeconds(15));
        }
        assertThat(pace.withheld()).isEqualTo(Duration.ofSeconds(1));
        passes(Duration.ofSeconds(16));
        assertThat(pace.withheld()).isEqualTo(Duration.ofSeconds(15));
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
