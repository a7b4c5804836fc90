package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;

/** What every answer says besides its page, and who may ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String SITES = "'self' https://clinic.example https://www.clinic.example";

    private RunningApp running;
    private Visitor app;
    private String home;
    private String draft;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(
                folder,
                Map.of(
                        "FRAME_SITES", "https://clinic.example,https://www.clinic.example",
                        "BASE_URL", "https://book.clinic.example"));
        app = new Visitor(running);
        home = Visitor.HOME;
        draft = app.startBooking(app.freeTime());
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void every_answer_says_what_the_browser_may_do() {
        for (HttpResponse<String> answer : everyKind()) {
            assertThat(answer.headers().map())
                    .as(answer.request().method() + " " + answer.uri())
                    .containsEntry("Referrer-Policy", List.of("no-referrer"))
                    .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
                    .containsEntry("Strict-Transport-Security", List.of("max-age=31536000"))
                    .containsKeys("Permissions-Policy", "Cache-Control", "X-Request-ID")
                    .doesNotContainKeys("Set-Cookie", "Server", "X-Powered-By", "X-Frame-Options");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith(POLICY);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).isNotEqualTo("text/html");
            assertThat(answer.headers().map().values())
                    .as("no header comes twice")
                    .allMatch(values -> values.size() == 1);
        }
    }

    private List<HttpResponse<String>> everyKind() {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : List.of(
                "/",
                home,
                home + "times",
                draft + "/details",
                draft,
                home + "nope",
                home + "bookings/nope",
                "/nobody/",
                "/health/live",
                "/health/ready",
                style(),
                "/static/x/nope.css")) {
            answers.add(app.get(path));
        }
        answers.add(app.post(home + "bookings", "slot", "forged"));
        answers.add(app.post(draft + "/details", "who", "me"));
        answers.add(app.send(app.form(draft + "/details").header("Origin", "https://evil.example")));
        answers.add(app.send(app.request(home).DELETE()));
        return answers;
    }

    @Test
    void journey_may_be_framed_by_the_listed_sites_and_nothing_else_by_anyone() {
        for (String framable : List.of(home, home + "times", draft + "/details", home + "bookings/nope")) {
            assertThat(policy(framable)).isEqualTo(POLICY + SITES);
        }
        for (String alone : List.of("/", "/health/live", "/nobody/", home + "nope", style())) {
            assertThat(policy(alone)).isEqualTo(POLICY + "'none'");
        }
    }

    @Test
    void nothing_of_a_draft_is_kept_and_pages_before_it_are_asked_for_again() {
        assertThat(header(home, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(home + "times", "Cache-Control")).isEqualTo("no-cache");
        for (String step : List.of("", "/details", "/check", "/times")) {
            assertThat(header(draft + step, "Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void style_is_kept_for_good_and_may_be_loaded_from_anywhere() {
        HttpResponse<String> style = app.get(style());

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().map())
                .containsEntry("Cache-Control", List.of("public, max-age=31536000, immutable"))
                .containsEntry("Cross-Origin-Resource-Policy", List.of("cross-origin"))
                .containsEntry("Access-Control-Allow-Origin", List.of("*"))
                .containsEntry("Vary", List.of("Accept-Encoding"));
        assertThat(header(style().replaceAll("[0-9a-f]{16}", "old"), "Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void zipped_style_is_zipped_once() throws IOException, InterruptedException {
        var request = app.request(style(), "Accept-Encoding", "gzip").GET().build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        try (InputStream in = new GZIPInputStream(answer.body())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("@layer");
        }
    }

    @Test
    void htmx_gets_the_part_and_a_browser_the_page() {
        HttpResponse<String> page = app.get(home);
        HttpResponse<String> part = app.get(home, "HX-Request", "true");

        assertThat(page.body()).contains("<html");
        assertThat(part.body()).doesNotContain("<html").contains("<title>");
        for (HttpResponse<String> answer : List.of(page, part)) {
            assertThat(answer.headers().firstValue("Vary")).contains("HX-Request, Accept-Encoding");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        }
    }

    @Test
    void head_answers_as_get_without_a_body() {
        for (String path : List.of(home, home + "times", draft + "/details", "/health/ready", "/", style())) {
            HttpResponse<String> get = app.get(path);
            HttpResponse<String> head = app.send(app.request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get.headers().firstValue("Content-Type"));
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void request_id_is_kept_if_sane_and_made_otherwise() {
        assertThat(app.get(home, "X-Request-ID", "abc-123").headers().firstValue("X-Request-ID"))
                .contains("abc-123");
        assertThat(app.get(home, "X-Request-ID", "x y")
                        .headers()
                        .firstValue("X-Request-ID")
                        .orElse(""))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void health_is_json() {
        assertThat(app.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(app.get("/health/ready").body())
                .isEqualTo("{\"status\":\"ready\",\"checks\":{\"store\":\"ok\",\"diary\":\"ok\"}}");
        assertThat(header("/health/ready", "Content-Type")).startsWith("application/json");
    }

    private String style() {
        return Visitor.all(app.get(home), "href=\"(/static/[^\"]+css)\"").get(0);
    }

    private String policy(String path) {
        return header(path, "Content-Security-Policy");
    }

    private String header(String path, String name) {
        return app.get(path).headers().firstValue(name).orElse("");
    }

    @Test
    void redirect_goes_to_a_path_of_ours() throws IOException {
        assertThat(app.raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains("Location: " + home + "\r\n");
    }
}
