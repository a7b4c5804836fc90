package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many look at the times, the diary is not asked: by our own figures and by the other side's. */
class WarmViewsTest {

    private static final String PAGE = "/clinic/times";
    private static final int VIEWERS = 4;
    private static final int VIEWS_OF_EACH = Sample.of(75, 2_500);
    private static final String CALLS = "selfbooking_coreplus_calls_seconds_count";
    private static final String HITS = "selfbooking_pages_hits_total";

    private RunningApp app;

    /** The clock stands still, or after a minute the diary would rightly be asked again. */
    @BeforeEach
    void open(@TempDir Path folder) {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        app = RunningApp.start(folder, Map.of("METRICS_TOKEN", Figures.TOKEN), Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void views_of_a_kept_page_ask_the_diary_nothing() throws Exception {
        Wait.until("a page that is kept", this::warm);
        var before = Figures.of(app);
        int calls = app.console().calls().size();

        assertThat(views()).containsOnly(200);

        var after = Figures.of(app);
        assertThat(app.console().calls()).hasSize(calls);
        assertThat(after.sum(CALLS)).isEqualTo(before.sum(CALLS)).isEqualTo(calls);
        assertThat(after.sum(HITS)).isEqualTo(before.sum(HITS) + VIEWERS * VIEWS_OF_EACH);
        assertThat(after.sum("selfbooking_pages_renders_total"))
                .isEqualTo(before.sum("selfbooking_pages_renders_total"));
    }

    /** What is read at the start is all there, and a view since then came from what was kept. */
    private boolean warm() {
        var before = Figures.of(app);
        app.get(PAGE);
        return before.sum("selfbooking_diary_reads_seconds_count", "week", "ok") >= 2
                && Figures.of(app).sum(HITS) > before.sum(HITS);
    }

    /** By the JDK's older client, which asks once: each view counts. */
    private int view() {
        try {
            var page =
                    (HttpURLConnection) URI.create(app.origin() + PAGE).toURL().openConnection();
            page.setRequestProperty("Accept-Encoding", "gzip");
            try (var body = page.getInputStream()) {
                body.readAllBytes();
            }
            return page.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The different statuses that all viewers saw. */
    private List<Integer> views() throws Exception {
        var viewers = Executors.newFixedThreadPool(VIEWERS);
        try {
            Callable<List<Integer>> one = () ->
                    Stream.generate(this::view).limit(VIEWS_OF_EACH).distinct().toList();
            var all =
                    viewers.invokeAll(Stream.generate(() -> one).limit(VIEWERS).toList());
            return List.copyOf(statuses(all));
        } finally {
            viewers.shutdownNow();
        }
    }

    private static List<Integer> statuses(List<Future<List<Integer>>> all) throws Exception {
        var found = new ArrayList<Integer>();
        for (var one : all) {
            found.addAll(one.get());
        }
        return found;
    }
}
