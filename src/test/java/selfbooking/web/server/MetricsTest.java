package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Figures;
import selfbooking.RunningApp;
import selfbooking.Wait;
import selfbooking.web.Visitor;

/** Figures for whoever has the token: readable by machines, bounded, and about nobody. */
class MetricsTest {

    private static final Pattern SERIES = Pattern.compile(
            "[a-z][a-z0-9_]*(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})?" + " (NaN|[+-]Inf|-?[0-9.]+(E-?[0-9]+)?)");
    private static final Pattern COMMENT = Pattern.compile("# (HELP [a-z0-9_]+ .+|TYPE [a-z0-9_]+ [a-z]+)");

    private static final String REQUESTS = "selfbooking_http_requests_seconds_count";

    private RunningApp running;
    private Visitor app;

    @BeforeEach
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of("METRICS_TOKEN", Figures.TOKEN));
        app = new Visitor(running);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void without_the_token_there_is_no_such_address() {
        HttpResponse<String> nothing = app.get("/nothing");

        assertThat(nothing.statusCode()).isEqualTo(404);
        sameAs(nothing, app.get("/metrics"));
        for (String sent : List.of("Bearer ", "Bearer a-token-of-another", Figures.TOKEN, "Basic " + Figures.TOKEN)) {
            sameAs(nothing, app.get("/metrics", "Authorization", sent));
        }
    }

    @Test
    void without_the_setting_nothing_opens_it(@TempDir Path other) {
        try (var closed = RunningApp.start(other)) {
            for (String sent : List.of("Bearer null", "Bearer ", "Bearer " + Figures.TOKEN)) {
                sameAs(closed.get("/nothing"), closed.get("/metrics", "Authorization", sent));
            }
        }
    }

    private static void sameAs(HttpResponse<String> nothing, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(nothing.body());
        assertThat(answer.headers().map().keySet())
                .isEqualTo(nothing.headers().map().keySet());
    }

    @Test
    void text_can_be_read_by_machines() {
        app.get(HOME);
        HttpResponse<String> answer = app.get("/metrics", "Authorization", "Bearer " + Figures.TOKEN);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body().lines())
                .allMatch(line ->
                        SERIES.matcher(line).matches() || COMMENT.matcher(line).matches());
        assertThat(new Figures(answer.body()).series()).allMatch(name -> name.matches("(selfbooking|jvm)_.*"));
        assertThat(answer.body().lines().filter(line -> line.matches("# TYPE .* counter")))
                .isNotEmpty()
                .allMatch(line -> line.contains("_total "));
    }

    @Test
    void each_room_has_its_figures() {
        app.get(HOME);
        app.get(HOME);
        Wait.until("both are counted", () -> counted() == 2);
        var figures = Figures.of(running);

        assertThat(figures.sum(REQUESTS, "route=\"/{clinic}/\"", "status=\"2xx\""))
                .isEqualTo(2);
        assertThat(figures.sum("selfbooking_pages_renders_total")).isPositive();
        assertThat(figures.sum("selfbooking_pages_kept_bytes")).isPositive();
        assertThat(figures.series()).contains("selfbooking_http_waiting");
        assertThat(figures.sum("selfbooking_diary_lookups_total", "clinic=\"clinic\"", "what=\"week\""))
                .isPositive();
        assertThat(figures.sum("selfbooking_diary_reachable")).isEqualTo(1);
        assertThat(figures.sum("selfbooking_diary_weeks")).isPositive();
        assertThat(figures.sum("selfbooking_coreplus_calls_seconds_count")).isPositive();
        assertThat(figures.sum("jvm_memory_used_bytes", "heap")).isPositive();
        assertThat(figures.sum("jvm_threads_live_threads")).isPositive();
    }

    @Test
    void labels_stay_bounded_whatever_is_asked_for() {
        String draft = app.startBooking(app.freeTime());
        app.get(draft);
        strangeRequests(0);
        Wait.until("each kind is counted", () -> counted() == 3 + 5);
        List<String> before = figuresOfPages();

        IntStream.rangeClosed(1, 200).forEach(this::strangeRequests);

        Wait.until("all are counted", () -> counted() == 3 + 5 + 1_000);
        assertThat(figuresOfPages()).isEqualTo(before);
    }

    /** Five, each with another id, path, key, query, method or clinic. */
    private void strangeRequests(int number) {
        String id = "id-" + number;
        app.get("/clinic/bookings/key" + number, "X-Request-ID", id);
        app.get("/clinic" + number + "/times", "X-Request-ID", id);
        app.get("/a/b/c/" + number, "X-Request-ID", id);
        app.get(HOME + "times?name=" + number + "&practitioner=" + number, "X-Request-ID", id);
        app.send(app.request("/clinic/" + number, "X-Request-ID", id)
                .method("INVENTED" + number, BodyPublishers.noBody()));
    }

    /** A request is counted when its answer has left already. */
    private double counted() {
        var figures = Figures.of(running);
        return figures.sum(REQUESTS) - figures.sum(REQUESTS, "route=\"/metrics\"");
    }

    private List<String> figuresOfPages() {
        return Figures.of(running).series().stream()
                .filter(name -> name.matches("selfbooking_(http|pages|diary).*"))
                .filter(name -> !name.contains("/metrics"))
                .toList();
    }

    @Test
    void journey_leaves_nothing_of_the_patient() {
        String draft = app.startBooking(app.freeTime());
        app.fillIn(draft, "Zyxwvut", "Quillfeather");
        app.confirm(draft);
        assertThat(app.outcome(draft).body()).contains("booked");

        String key = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(String.join("\n", Figures.of(running).series()))
                .contains("/{clinic}/bookings/{key}/check", "appointment booking")
                .doesNotContainIgnoringCase("zyxwvut", "quillfeather", "1987", "491570006", "491 570", key);
    }
}
