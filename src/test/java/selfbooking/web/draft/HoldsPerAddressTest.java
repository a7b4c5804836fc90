package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;
import selfbooking.web.Visitor;

/** Taps from many patients behind a proxy, and from one who asks for too much. */
@SuppressWarnings("NullAway.Init")
class HoldsPerAddressTest {

    private static final Map<String, String> BEHIND_A_PROXY = Map.of("TRUSTED_PROXIES", "127.0.0.1");

    @TempDir
    private Path folder;

    private RunningApp running;
    private Visitor app;

    private void open(Map<String, String> variables) {
        running = RunningApp.start(folder, variables);
        app = new Visitor(running);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void thirty_first_tap_of_an_address_says_why_whom_to_call_and_when_to_come() {
        open(BEHIND_A_PROXY);
        for (int i = 0; i < 30; i++) {
            assertThat(tap("198.51.100." + i + ", 203.0.113.7").statusCode()).isEqualTo(303);
        }

        HttpResponse<String> refused = tap("198.51.100.99, 203.0.113.7");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 481));
        assertThat(refused.body())
                .contains("Too many times are being kept from your connection at the moment")
                .contains("Finish or give up one of them, or call the clinic")
                .contains("02\u00a05550\u00a01234")
                .doesNotContain("203.0.113");
        assertThat(tap("203.0.113.7, 203.0.113.8").statusCode()).isEqualTo(303);
        assertThat(app.get(HOME + "times").statusCode()).isEqualTo(200);
    }

    @Test
    void taps_at_the_limit_leave_what_is_kept_as_it_is() {
        open(Map.of("TRUSTED_PROXIES", "127.0.0.1", "HOLDS_PER_ADDRESS", "1"));
        String draft = Visitor.location(tap("203.0.113.7")).replaceAll("/details$", "");
        assertThat(tap("203.0.113.7").statusCode()).isEqualTo(429);

        assertThat(app.post(draft + "/extend").statusCode()).isEqualTo(303);
        assertThat(app.fillIn(draft, "Zoë", "Quarrington").statusCode()).isEqualTo(303);
        app.confirm(draft);

        assertThat(app.outcome(draft).body()).contains("Your appointment is booked");
        assertThat(tap("203.0.113.7").statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_is_believed_who_is_not_a_proxy_of_ours() {
        open(Map.of("HOLDS_PER_ADDRESS", "1"));

        assertThat(tap("203.0.113.7").statusCode()).isEqualTo(303);
        assertThat(tap("203.0.113.7").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> tap(String forwardedFor) {
        return app.send(app.form(HOME + "bookings", "slot", app.freeTime()).header("X-Forwarded-For", forwardedFor));
    }
}
