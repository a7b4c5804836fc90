package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.RunningApp;

/** What is turned away: strangers, unknown addresses, too much of anything, broken HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private RunningApp running;
    private Visitor app;
    private String home;
    private String draft;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of("BASE_URL", "https://book.clinic.example"));

        app = new Visitor(running);
        home = Visitor.HOME;
        draft = app.startBooking(app.freeTime());
    }

    @AfterAll
    void close() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void unknown_method_on_a_known_address_is_405(String method) throws IOException {
        String answer = app.raw(method + " " + home + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405");
        assertThat(answer).contains("Allow: ").contains("frame-ancestors");
    }

    @Test
    void form_of_another_site_is_refused() {
        assertThat(originStatus("https://evil.example")).isEqualTo(403);
        assertThat(originStatus("http://localhost:1")).isEqualTo(403);
        assertThat(originStatus("https://book.clinic.example.evil.example")).isEqualTo(403);
        assertThat(originStatus("https://book.clinic.example")).isEqualTo(422);
        assertThat(originStatus(running.origin())).isEqualTo(422);
        assertThat(originStatus("null")).isEqualTo(422);
        assertThat(app.post(draft + "/details").statusCode()).isEqualTo(422);
    }

    @Test
    void unknown_foreign_and_malformed_addresses_give_one_page() {
        String unknown = app.get(home + "bookings/" + "A".repeat(22)).body();

        assertThat(unknown).contains("<h1>Page not found</h1>");
        for (String other : List.of(
                home + "bookings/x/details",
                home + "bookings/a%20b",
                home + "bookings/%C3%28/check",
                "/nobody/times",
                "/nobody/bookings/x",
                home + "nope",
                "/static/x/nope.css",
                "/favicon.ico",
                home + "bookings/x%0d%0aSet-Cookie:a=b")) {
            HttpResponse<String> answer = app.get(other);
            assertThat(answer.statusCode()).as(other).isIn(404, 400);
            if (answer.statusCode() == 404) {
                assertThat(answer.body()).isEqualTo(unknown);
            }
        }
        assertThat(app.post(home + "bookings/x/check", "seen", "x").body()).isEqualTo(unknown);
        assertThat(app.post(home + "bookings/x/swap", "slot", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void form_over_the_limit_is_refused_whether_or_not_it_says_its_length() throws IOException {
        HttpResponse<String> long64 = app.post(draft + "/details", "reason", "x".repeat(64 * 1024));
        assertThat(long64.statusCode()).isEqualTo(413);
        assertThat(long64.body()).contains("That is more than this page can take");

        String chunk = "ffff\r\n" + "x".repeat(0xffff) + "\r\n";
        String chunked = app.raw("POST " + draft + "/details HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n" + chunk + chunk + "0\r\n\r\n");
        assertThat(chunked).startsWith("HTTP/1.1 413");
        assertThat(app.post(draft + "/details", "reason", "x".repeat(60_000)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void broken_escapes_are_no_fault_of_ours() {
        for (String query : List.of("%", "%zz=1", "from=%C3%28", "type=%00", "a".repeat(4000), "&&&=", "name=%E2%82")) {
            assertThat(app.get(home + "?" + query.replace("%", "%25")).statusCode())
                    .isLessThan(500);
        }
        assertThat(app.send(app.request(draft + "/details", "Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("givenName=%C3%28%&who=%zz&=&familyName=%00")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(app.send(app.request(draft + "/details", "Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x--")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void broken_escapes_in_a_raw_query_are_no_fault_of_ours() throws IOException {
        for (String query : List.of("%", "%zz=1", "from=%C3%28", "type=%00", "name=%E2%82")) {
            String answer = app.raw("GET " + home + "?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET /clinic/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /clinic/ HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /..;/x HTTP/1.1\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void broken_http_is_refused_with_the_same_headers(String request) throws IOException {
        String answer = app.raw(request);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).doesNotContain("Jetty").contains(POLICY + "'none'").contains("no-referrer");
    }

    @Test
    void headers_over_the_limit_are_refused() throws IOException {
        String answer = app.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    private int originStatus(String origin) {
        return app.send(app.form(draft + "/details").header("Origin", origin)).statusCode();
    }
}
