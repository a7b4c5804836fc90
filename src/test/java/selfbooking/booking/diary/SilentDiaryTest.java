package selfbooking.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.booking.OpenDesk;

/** What is kept is shown at once while the diary says nothing. */
class SilentDiaryTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void diary_that_failed_last_is_asked_behind_the_page() {
        try (var desk = new OpenDesk(folder)) {
            var silent = new AtomicBoolean();
            Executor executor = work -> {
                if (!silent.get()) {
                    work.run();
                }
            };
            var diary = new Diary(desk.port, desk.room, desk.clock, executor, new SimpleMeterRegistry(), "clinic");
            var offer = desk.freeTime();
            var key = new WeekKey(offer.type().id(), WeekKey.mondayOf(offer.day()));
            var asOf = diary.look().week(key).asOf();
            desk.proxy.close();
            desk.sandbox.close();
            desk.clock.forward(Duration.ofMinutes(20));
            assertThat(diary.look().week(key).asOf()).isEqualTo(asOf);
            assertThat(diary.reachable()).isFalse();

            silent.set(true);

            assertThat(assertTimeoutPreemptively(
                            AT_ONCE, () -> diary.look().week(key).asOf()))
                    .isEqualTo(asOf);
        }
    }
}
