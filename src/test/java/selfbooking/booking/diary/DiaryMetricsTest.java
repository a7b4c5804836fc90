package selfbooking.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;

/** What is counted of the ways to an answer; reads wait here until the test runs them. */
class DiaryMetricsTest extends AtTheDesk {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LinkedBlockingQueue<Runnable> reads = new LinkedBlockingQueue<>();
    private Diary diary;

    @BeforeEach
    @Override
    public void open(@TempDir Path folder) {
        super.open(folder);
        diary = new Diary(desk.port, desk.room, desk.clock, reads::add, meters, "harbour");
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void first_waits_second_joins_third_finds_it_fresh_and_a_later_one_stale() throws Exception {
        var first = CompletableFuture.supplyAsync(this::catalogue);
        Wait.until("a miss", () -> lookups("catalogue", "miss") == 1);
        var second = CompletableFuture.supplyAsync(this::catalogue);
        Wait.until("one more who waits", () -> lookups("catalogue", "joined") == 1);
        reads.take().run();
        assertThat(first.join()).isSameAs(second.join()).isSameAs(catalogue());
        assertThat(lookups("catalogue", "fresh")).isEqualTo(1);

        desk.clock.forward(Duration.ofMinutes(6));
        catalogue();

        assertThat(lookups("catalogue", "stale")).isEqualTo(1);
        assertThat(lookups("catalogue", "miss") + lookups("catalogue", "joined") + lookups("catalogue", "fresh"))
                .isEqualTo(3);
        assertThat(reads).hasSize(1);
    }

    @Test
    void week_that_has_begun_to_be_read_is_read_for_whoever_comes_first() throws Exception {
        var key = thisWeek();
        var look = diary.look();
        look.begin(key);
        assertThat(lookups("week", "miss")).isZero();

        var first = CompletableFuture.supplyAsync(() -> look.week(key));
        Wait.until("a miss", () -> lookups("week", "miss") == 1);
        var second = CompletableFuture.supplyAsync(() -> diary.look().week(key));
        Wait.until("one more who waits", () -> lookups("week", "joined") == 1);

        reads.take().run();
        assertThat(first.join()).isSameAs(second.join());
        assertThat(reads).isEmpty();
    }

    @Test
    void week_that_nobody_waits_for_yet_gives_way_to_others() throws Exception {
        var key = thisWeek();
        desk.console.arm("{\"kind\":\"status\",\"status\":429,\"times\":0}");
        diary.look().begin(key);

        reads.take().run();

        assertThat(diary.reachable()).isTrue();
    }

    private WeekKey thisWeek() throws InterruptedException {
        var catalogue = CompletableFuture.supplyAsync(this::catalogue);
        reads.take().run();
        var type = catalogue.join().types().get(0).id();
        return new WeekKey(type, WeekKey.mondayOf(LocalDate.now(desk.clock)));
    }

    @Test
    void answers_are_counted_with_their_age_and_reads_with_their_end() throws Exception {
        var unused = CompletableFuture.runAsync(this::catalogue);
        reads.take().run();
        desk.clock.forward(Duration.ofMinutes(10));
        desk.console.arm("{\"kind\":\"status\",\"status\":503,\"times\":0}");
        catalogue();
        reads.take().run();

        assertThat(age().max()).isBetween(600.0, 660.0);
        assertThat(readsThat("ok")).isEqualTo(1);
        assertThat(readsThat("failed")).isEqualTo(1);
        assertThat(meters.get("selfbooking.diary.reachable").gauge().value()).isZero();
    }

    @Test
    void thread_that_reads_has_its_own_words_again_afterwards() throws Exception {
        var unused = CompletableFuture.runAsync(this::catalogue);
        MDC.put("request_id", "of-this-thread");

        reads.take().run();

        assertThat(MDC.get("request_id")).isEqualTo("of-this-thread");
    }

    private Catalogue catalogue() {
        return diary.look().catalogue();
    }

    private double lookups(String what, String result) {
        return Objects.requireNonNull(meters.find("selfbooking.diary.lookups")
                        .tags("clinic", "harbour", "what", what, "result", result)
                        .counter())
                .count();
    }

    private long readsThat(String outcome) {
        return meters.get("selfbooking.diary.reads")
                .tags("what", "catalogue", "outcome", outcome)
                .timer()
                .count();
    }

    private DistributionSummary age() {
        return meters.get("selfbooking.diary.age").tag("what", "catalogue").summary();
    }
}
