package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;

/** What got lost may still arrive while it is being looked for: only a look that begins after that counts. */
class LateArrivalsTest extends AtTheDesk {

    private static final String API = "/api/core/v2.1/";
    private static final Duration ALMOST = SubmitTimings.USUAL.mayArrive().minusSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);

    @Test
    void look_that_began_too_early_is_repeated_before_the_booking_is_sent_again() {
        var calls = untilSentAgain("Appointment/");

        assertThat(calls).startsWith("GET", "GET").endsWith("POST");
        assertThat(desk.console.appointments().stream()
                        .filter(one -> one.path("notes").asText().contains("reference")))
                .hasSize(1);
    }

    @Test
    void search_that_began_too_early_is_repeated_before_a_second_creation() {
        assertThat(untilSentAgain("Client/")).startsWith("GET", "GET").endsWith("POST");
    }

    /** The calls of that kind from the look on during which the last moment of an arrival passes, to the second sending. */
    private List<String> untilSentAgain(String path) {
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        desk.proxy.loseRequest("POST " + API + path);
        desk.bookings().submit(key, desk.find(key).revision());
        Wait.until("it is looked for", () -> methods(path).contains("GET") && lostOnItsWay(key));
        desk.console.arm("{\"method\":\"GET\",\"path\":\"%s\",\"kind\":\"slow\",\"times\":1,\"delayMillis\":1500}"
                .formatted(path.toLowerCase(Locale.ROOT)));
        int before = methods(path).size();
        desk.clock.forward(ALMOST);
        Wait.until("a slow look", () -> methods(path).size() > before);
        desk.clock.forward(REST);

        Wait.until("booked", () -> desk.find(key).state() == State.BOOKED);
        var since = methods(path).subList(before, methods(path).size());
        return since.subList(0, since.indexOf("POST") + 1);
    }

    private boolean lostOnItsWay(String key) {
        var row = desk.row(key);
        return row.state() == State.UNKNOWN || row.clientUntil() != null;
    }

    private List<String> methods(String path) {
        return desk.console.calls().stream()
                .filter(call -> call.path("path").asText().equals(API + path))
                .map(call -> call.path("method").asText())
                .toList();
    }
}
