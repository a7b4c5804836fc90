package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.RunningApp;
import selfbooking.web.Visitor;

/** What is kept as bytes goes over the wire in one spelling, under its own tag, and not at all to whoever has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalTest {

    private RunningApp running;
    private Visitor app;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder);
        app = new Visitor(running);
    }

    @AfterAll
    void close() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, HOME + "times", HOME + "times?part=morning"})
    void whoever_has_the_page_gets_only_headers(String path) {
        String tag = header(app.get(path), "ETag");

        HttpResponse<String> again = app.get(path, "If-None-Match", "\"old\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().map())
                .containsEntry("ETag", List.of(tag))
                .containsEntry("Vary", List.of("HX-Request, Accept-Encoding"))
                .containsEntry("Cache-Control", List.of("no-cache"))
                .containsKeys("X-Request-ID", "Content-Security-Policy")
                .doesNotContainKeys("Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding");
        assertThat(app.get(path, "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
    }

    @Test
    void page_and_part_plain_and_gzipped_have_four_tags() {
        assertThat(Stream.of(
                                app.get(HOME),
                                app.get(HOME, "Accept-Encoding", "gzip"),
                                app.get(HOME, "HX-Request", "true"),
                                app.get(HOME, "HX-Request", "true", "Accept-Encoding", "gzip"))
                        .map(page -> header(page, "ETag")))
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("\"[0-9a-f]{16}(-gzip)?\""));
    }

    @Test
    void tag_of_one_spelling_does_not_stand_for_the_other() {
        String plain = header(app.get(HOME), "ETag");

        assertThat(app.get(HOME, "If-None-Match", plain, "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, HOME + "times"})
    void gzipped_page_is_the_plain_one_zipped_once(String path) throws Exception {
        HttpResponse<byte[]> zipped = bytes(path, "gzip, br");
        HttpResponse<byte[]> plain = bytes(path, "gzip;q=0");

        assertThat(zipped.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(plain.headers().map()).doesNotContainKey("Content-Encoding");
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
        for (HttpResponse<byte[]> page : List.of(zipped, plain)) {
            assertThat(page.headers().firstValue("Content-Length")).contains(Integer.toString(page.body().length));
        }
    }

    @Test
    void page_of_a_draft_is_still_zipped_on_its_way() throws Exception {
        String draft = app.startBooking(Visitor.slots(app.get(HOME + "times")).get(40));

        HttpResponse<byte[]> zipped = bytes(draft + "/details", "gzip");

        assertThat(zipped.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(new String(unzipped(zipped.body()), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
        assertThat(zipped.headers().map()).doesNotContainKey("ETag");
    }

    @Test
    void head_says_all_that_get_says_and_sends_nothing() throws IOException {
        for (String path : List.of(HOME, HOME + "times", style())) {
            String get = app.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: one\r\n\r\n");
            String head = app.raw("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: one\r\n\r\n");

            assertThat(undated(head)).isEqualTo(undated(get)).contains("Content-Length: ", "ETag: ");
        }
    }

    @Test
    void style_under_an_old_address_is_sent_only_when_it_is_new() {
        String old = style().replaceAll("[0-9a-f]{16}", "old");
        HttpResponse<String> first = app.get(old);

        HttpResponse<String> again = app.get(old, "If-None-Match", header(first, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().map())
                .containsEntry("Cache-Control", List.of("no-cache"))
                .containsEntry("Vary", List.of("Accept-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, HOME + "times"})
    void first_view_is_at_most_four_requests_to_us_and_60_kilobytes(String path) throws Exception {
        List<String> files = Visitor.all(app.get(path), "<(?:link|script|img)[^>]* (?:href|src)=\"(?!data:)([^\"]+)\"");
        int weight = bytes(path, "gzip").body().length;
        for (String file : files) {
            weight += bytes(file, "gzip").body().length;
        }

        assertThat(files).hasSize(3).allMatch(file -> file.startsWith("/static/"));
        assertThat(weight).isLessThan(60_000);
    }

    private String style() {
        return Visitor.all(app.get(HOME), "href=\"(/static/[^\"]+css)\"").get(0);
    }

    private static String undated(String head) {
        return head.replaceFirst("Date: [^\r]+\r\n", "");
    }

    private HttpResponse<byte[]> bytes(String path, String accepted) throws Exception {
        var request = app.request(path, "Accept-Encoding", accepted).GET().build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String header(HttpResponse<?> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }
}
