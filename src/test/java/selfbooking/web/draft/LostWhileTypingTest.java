package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.location;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;
import selfbooking.SetClock;
import selfbooking.web.Visitor;

/** What becomes of a half-filled form, and of an open page, when its draft went on without it. */
class LostWhileTypingTest {

    private static final String[] HALF = {
        "who", "other", "bookerName", "Mum", "givenName", "Half \"<b>", "contactBy", "email", "contactBy", "mobile"
    };

    private final SetClock clock = new SetClock();
    private RunningApp running;
    private Visitor app;
    private String slot;
    private String draft;

    @BeforeEach
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of(), clock);
        app = new Visitor(running);
        List<String> free = slots(app.get(Visitor.HOME + "times"));
        slot = free.get(free.size() - 1);
        draft = app.startBooking(slot);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void half_filled_form_goes_along_to_another_time() {
        HttpResponse<String> lost = lost(HALF);

        assertThat(lost.body())
                .contains("name=\"givenName\" value=\"Half &quot;&lt;b&gt;\"")
                .contains("What you typed comes along")
                .doesNotContain("are kept")
                .doesNotContain("straight on to check");
        HttpResponse<String> details = swap(lost);
        assertThat(details.statusCode()).isEqualTo(200);
        assertThat(details.body())
                .contains("<h1>Your details</h1>", "Half &quot;&lt;b&gt;", "Mum", "We are keeping this time")
                .doesNotContain("There is a problem");
        assertThat(Visitor.all(details, "<input(?=[^>]* checked)[^>]* id=\"([^\"]+)\""))
                .containsExactly("who-other", "contactBy-mobile", "contactBy-email");
    }

    @Test
    void half_filled_form_stays_when_the_next_time_is_lost_too() {
        String next = slots(lost(HALF)).get(0);
        app.startBooking(next);

        HttpResponse<String> again = app.post(draft + "/swap", with(HALF, next));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("value=\"Half &quot;&lt;b&gt;\"");
    }

    @Test
    void form_that_did_not_come_along_is_not_made_up() {
        HttpResponse<String> lost = lost();

        assertThat(lost.body()).doesNotContain("type=\"hidden\"").contains("straight on to check");
        assertThat(location(app.post(draft + "/swap", "slot", slots(lost).get(0))))
                .isEqualTo(draft + "/details");
    }

    @Test
    void form_of_a_booking_sent_meanwhile_shows_its_outcome() {
        String other = slots(app.get(Visitor.HOME + "times")).get(0);
        app.fillIn(draft, "Sent", "Already");
        app.confirm(draft);
        app.outcome(draft);

        assertThat(location(app.post(draft + "/swap", with(HALF, other)))).isEqualTo(draft);
    }

    @Test
    void part_of_a_page_whose_draft_has_ended_takes_the_place_of_the_page() {
        assertThat(part("/details").headers().firstValue("HX-Retarget")).isEmpty();
        assertThat(part("/times").headers().firstValue("HX-Retarget")).isEmpty();
        app.post(draft + "/release");

        for (String step : List.of("/details", "/check", "/times")) {
            HttpResponse<String> ended = part(step);
            assertThat(ended.body()).as(step).contains("id=\"page\"").contains("This page has ended");
            assertThat(ended.headers().firstValue("HX-Retarget")).as(step).contains("#page");
            assertThat(ended.headers().firstValue("HX-Reswap")).as(step).contains("outerHTML");
        }
        assertThat(app.get(draft + "/details").headers().firstValue("HX-Retarget"))
                .isEmpty();
    }

    private HttpResponse<String> part(String step) {
        return app.get(draft + step, "HX-Request", "true");
    }

    /** The hold ends, somebody else takes the time, and then the patient wants to keep it. */
    private HttpResponse<String> lost(String... typed) {
        clock.forward(Duration.ofMinutes(9));
        app.startBooking(slot);
        HttpResponse<String> lost = app.post(draft + "/extend", typed);
        assertThat(lost.statusCode()).isEqualTo(409);
        return lost;
    }

    /** Sends the page's form as a browser does. */
    private HttpResponse<String> swap(HttpResponse<String> lost) {
        assertThat(Visitor.all(lost, "<input type=\"hidden\" name=\"([^\"]+)\""))
                .contains("who", "bookerName", "givenName", "contactBy");
        return app.post(draft + "/swap", with(HALF, slots(lost).get(0)));
    }

    private static String[] with(String[] typed, String slot) {
        String[] all = List.of(typed).toArray(new String[typed.length + 2]);
        all[typed.length] = "slot";
        all[typed.length + 1] = slot;
        return all;
    }
}
