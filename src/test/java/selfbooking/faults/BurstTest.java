package selfbooking.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.faults.FaultyClinic.HOME;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import selfbooking.Sample;
import selfbooking.Slow;
import selfbooking.Wait;
import selfbooking.faults.FaultyClinic.Seen;

/** Many patients at once whose pages have to wait for the diary. */
class BurstTest {

    /** As many as may wait, by decision 13. */
    private static final int PLACES = 240;

    private static final int REQUEST_THREADS = PLACES + 80;
    private static final int MORE_THAN_PLACES = 300;
    /** Beside the request threads: reads, their exchanges, and what the sandbox and the test's client need. */
    private static final int OTHER_THREADS = 80;

    /** That a page waits for the diary. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** Eight seconds, and two busy processors that write hundreds of pages then. */
    private static final Duration DEADLINE = Duration.ofSeconds(14);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final long HEAP_GROWTH = 16;

    private static final List<Fault> BURSTS = Sample.of(
            1,
            List.of(
                    Fault.HALF_A_BODY,
                    Fault.STALLS_IN_THE_BODY,
                    Fault.FIFTY_MEGABYTES,
                    Fault.TOO_MANY_CALLS_FOR_A_WHILE));

    /** What is left of an answer: thousands of whole pages would be the test's own burden. */
    private record Answered(int status, boolean honest, int digest, Duration after) {

        static Answered of(Seen seen) {
            return new Answered(
                    seen.status(), seen.isHonest(), seen.page().body().hashCode(), seen.after());
        }
    }

    private FaultyClinic clinic;

    @BeforeEach
    void open(@TempDir Path folder) {
        clinic = FaultyClinic.open(folder);
        Wait.until("a kept page", () -> clinic.get(HOME).status() == 200);
        joined(IntStream.range(0, MORE_THAN_PLACES).mapToObj(patient -> ask(HOME)));
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    @Slow
    void diary_that_never_answers_holds_up_nobody_whose_page_is_kept() {
        clinic.console.arm(Fault.NEVER_ANSWERS.json());
        var before = Burden.afterCollection();
        var waiting = burst(MORE_THAN_PLACES);
        Wait.until("the rest is refused", () -> done(waiting) >= MORE_THAN_PLACES - PLACES);
        var refused = done(waiting);
        var during = Burden.now();
        var quick = whatNeedsNoDiary(waiting, refused);
        var waited = joined(waiting.stream());
        var after = Burden.afterCollection();

        System.out.printf(
                "never answers, %d at once: before %s, during %s, after %s%n  kept, files, health: %s%n  cold: %s%n",
                MORE_THAN_PLACES, before, during, after, figures(quick), figures(waited));
        assertThat(quick).hasSizeGreaterThan(20).allMatch(seen -> seen.status() < 500);
        assertThat(percentile(quick, 99)).isLessThan(AT_ONCE);
        assertThat(waited)
                .allMatch(Answered::honest)
                .allMatch(seen -> seen.after().compareTo(DEADLINE) < 0);
        assertThat(refused).as("refused at once").isEqualTo(MORE_THAN_PLACES - PLACES);
        assertThat(during.requestThreads()).isLessThanOrEqualTo(REQUEST_THREADS);
        bounded(before, during, after, PLACES);
        everybodyIsServedAgain();
    }

    /** A place that was not given back would be missing now. */
    private void everybodyIsServedAgain() {
        clinic.console.clearFaults();
        Wait.until("the diary again", () -> clinic.get(clinic.week(9)).status() == 200);
        clinic.console.arm("{\"kind\":\"slow\",\"times\":0,\"delayMillis\":300}");

        var same = joined(IntStream.range(0, PLACES).mapToObj(patient -> ask(clinic.week(11))));

        assertThat(same).allMatch(seen -> seen.status() == 200);
    }

    /** All weeks but the last are kept; that one takes two calls, each so long that they do not both come in time. */
    @Test
    @Slow
    void page_of_what_came_in_time_is_shown_to_all_who_wait_for_it() {
        Wait.until("the first weeks", () -> clinic.get(clinic.week(3)).status() == 200);
        clinic.console.arm("{\"kind\":\"slow\",\"times\":0,\"delayMillis\":4500}");

        var same = joined(IntStream.range(0, 20).mapToObj(patient -> ask(clinic.week(4))));

        assertThat(same).allMatch(seen -> seen.status() == 200);
        assertThat(same)
                .as("somebody waited as long as a page waits")
                .anyMatch(seen -> seen.after().compareTo(LONGEST) >= 0);
        assertThat(same).allMatch(seen -> seen.after().compareTo(DEADLINE) < 0);
    }

    /** More than have a place in a thread to wait in: four times as many when all is run. */
    @Test
    void viewers_of_one_cold_week_wait_for_the_reads_of_one() {
        clinic.console.arm("{\"kind\":\"slow\",\"times\":0,\"delayMillis\":500}");
        int before = clinic.console.calls().size();
        String week = clinic.week(5);

        var viewers = IntStream.range(0, Sample.of(MORE_THAN_PLACES, 1_000))
                .mapToObj(patient -> ask(week))
                .toList();
        var seen = joined(viewers.stream());

        System.out.printf("viewers of one cold week, half a second for each read: %s%n", figures(seen));
        assertThat(seen).allMatch(one -> one.status() == 200);
        assertThat(seen.stream().map(Answered::digest).distinct()).hasSize(1);
        var calls = clinic.console.calls();
        assertThat(calls.subList(before, calls.size()).stream()
                        .map(call ->
                                call.path("path").asText() + call.path("query").asText()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("BURSTS")
    void hundred_at_once_leave_nothing_behind(Fault fault) {
        clinic.console.arm(fault.json());
        var before = Burden.afterCollection();
        var waiting = burst(100);
        var during = Burden.now();
        var waited = joined(waiting.stream());
        var after = Burden.afterCollection();

        System.out.printf(
                "%s, 100 at once: before %s, during %s, after %s, cold: %s%n",
                fault, before, during, after, figures(waited));
        assertThat(waited)
                .allMatch(Answered::honest)
                .allMatch(seen -> seen.after().compareTo(DEADLINE) < 0);
        bounded(before, during, after, 100);
    }

    private static void bounded(Burden before, Burden during, Burden after, int waiting) {
        assertThat(Math.max(during.threads(), after.threads()) - before.threads())
                .as("threads more than before")
                .isLessThanOrEqualTo(waiting + OTHER_THREADS);
        assertThat(after.heapMegabytes() - before.heapMegabytes())
                .as("megabytes more in use than before")
                .isLessThan(HEAP_GROWTH);
    }

    /** Each at an address of its own, in weeks that nobody has looked at. */
    private List<CompletableFuture<Answered>> burst(int patients) {
        return IntStream.range(0, patients)
                .mapToObj(patient -> ask(clinic.week(4 + patient % 4) + "&patient=" + patient))
                .toList();
    }

    private CompletableFuture<Answered> ask(String path) {
        return clinic.ask(path).thenApply(Answered::of);
    }

    private static List<Answered> joined(Stream<CompletableFuture<Answered>> asked) {
        return asked.toList().stream().map(CompletableFuture::join).toList();
    }

    private static int done(List<CompletableFuture<Answered>> asked) {
        return (int) asked.stream().filter(CompletableFuture::isDone).count();
    }

    /** One after the other, for as long as the others wait. */
    private List<Answered> whatNeedsNoDiary(List<CompletableFuture<Answered>> waiting, int refused) {
        var quick = new ArrayList<Answered>();
        while (done(waiting) == refused) {
            for (var path : List.of(HOME, "/health/live", "/health/ready", "/no-such-clinic/", "/static/x/base.css")) {
                quick.add(Answered.of(clinic.get(path)));
            }
        }
        return quick;
    }

    private static String figures(List<Answered> seen) {
        return "%d, p50 %d ms, p99 %d ms, slowest %d ms"
                .formatted(
                        seen.size(),
                        percentile(seen, 50).toMillis(),
                        percentile(seen, 99).toMillis(),
                        percentile(seen, 100).toMillis());
    }

    private static Duration percentile(List<Answered> seen, int percent) {
        return seen.stream()
                .map(Answered::after)
                .sorted(Comparator.naturalOrder())
                .skip(Math.max(0, (long) seen.size() * percent / 100 - 1))
                .findFirst()
                .orElseThrow();
    }
}
