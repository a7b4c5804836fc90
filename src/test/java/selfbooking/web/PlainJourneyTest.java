package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.location;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.BothStores;
import selfbooking.Reception;
import selfbooking.RunningApp;

/** The main job with plain requests: no JavaScript, no cookie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainJourneyTest {

    private RunningApp running;
    private Visitor app;
    private String home;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder);
        app = new Visitor(running);
        home = Visitor.HOME;
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void root_leads_to_the_only_clinic_and_that_to_its_slash() {
        assertThat(app.get("/").statusCode()).isEqualTo(303);
        assertThat(location(app.get("/"))).isEqualTo("/clinic/");
        assertThat(location(app.get("/clinic"))).isEqualTo("/clinic/");
    }

    @Test
    void home_shows_five_practitioners_with_times_and_never_the_unpublished_one() {
        HttpResponse<String> page = app.get(home);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Book an appointment</h1>").contains("5 practitioners");
        assertThat(slots(page)).hasSizeGreaterThan(5);
    }

    @Test
    @BothStores
    void patient_books_a_time_and_it_is_no_longer_offered() {
        String slot = lastSlot();
        HttpResponse<String> tapped = app.post(home + "bookings", "slot", slot);
        assertThat(tapped.statusCode()).isEqualTo(303);
        String details = location(tapped);
        assertThat(details).matches("/clinic/bookings/[A-Za-z0-9_-]{22}/details");
        assertThat(app.get(details).body()).contains("Your details");

        String draft = details.replace("/details", "");
        HttpResponse<String> sent = app.fillIn(draft, "Zoë", "O'Brien");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo(draft + "/check");
        assertThat(app.get(draft + "/check").body())
                .contains("Check your booking, then confirm it")
                .contains("Zoë O&#39;Brien")
                .contains("27\u00a0March 1987")
                .contains("0491 570 006")
                .contains("Not provided");

        HttpResponse<String> confirmed = app.confirm(draft);
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(location(confirmed)).isEqualTo(draft);
        assertThat(app.outcome(draft).body()).contains("Your appointment is booked");
        assertThat(slots(times())).doesNotContain(slot);
        assertThat(running.console().appointmentsNoting("Booked online, reference"))
                .isNotEmpty();
    }

    @Test
    void steps_of_a_sent_booking_lead_to_its_outcome() {
        String draft = app.startBooking(lastSlot());
        app.fillIn(draft, "Ada", "Sent");
        app.confirm(draft);
        app.outcome(draft);

        for (String step : List.of("/details", "/check", "/times")) {
            assertThat(location(app.get(draft + step))).isEqualTo(draft);
        }
        assertThat(location(app.post(draft + "/check", "seen", "old"))).isEqualTo(draft);
        assertThat(location(app.fillIn(draft, "Eve", "Late"))).isEqualTo(draft);
        assertThat(location(app.post(draft + "/release"))).isEqualTo(draft);
        assertThat(app.outcome(draft).body()).contains("Your appointment is booked");
    }

    @Test
    void draft_leads_to_its_next_unfinished_step() {
        String draft = app.startBooking(lastSlot());

        assertThat(location(app.get(draft))).isEqualTo(draft + "/details");
        assertThat(location(app.get(draft + "/check"))).isEqualTo(draft + "/details");
        assertThat(location(app.post(draft + "/check", "seen", "x"))).isEqualTo(draft + "/details");
        app.fillIn(draft, "Next", "Step");
        assertThat(location(app.get(draft))).isEqualTo(draft + "/check");
    }

    @Test
    void second_patient_who_taps_a_held_time_is_offered_others() {
        String slot = lastSlot();
        app.startBooking(slot);

        HttpResponse<String> late = app.post(home + "bookings", "slot", slot);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("That time has just gone").contains("Nearest times with");
        assertThat(slots(late)).hasSizeGreaterThanOrEqualTo(3).doesNotContain(slot);
        assertThat(late.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void forged_time_is_a_lost_time() {
        String slot = lastSlot();
        for (String forged : List.of("", "x", slot.substring(1), slot + "A", "<script>")) {
            HttpResponse<String> answer = app.post(home + "bookings", "slot", forged);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("We could not tell which time you chose")
                    .doesNotContain("<script>");
        }
    }

    @Test
    void old_tab_is_told_what_changed() {
        List<String> free = slots(times());
        String draft = app.startBooking(free.get(free.size() - 1));
        app.fillIn(draft, "Old", "Tab");
        String seen = app.seen(draft);
        app.fillIn(draft, "New", "Tab");

        HttpResponse<String> answerChanged = app.post(draft + "/check", "seen", seen);
        assertThat(answerChanged.statusCode()).isEqualTo(409);
        assertThat(answerChanged.body())
                .contains("One of your answers was changed")
                .contains("New Tab");

        seen = app.seen(draft);
        assertThat(location(app.post(draft + "/swap", "slot", free.get(free.size() - 3))))
                .isEqualTo(draft + "/check");
        HttpResponse<String> timeChanged = app.post(draft + "/check", "seen", seen);
        assertThat(timeChanged.statusCode()).isEqualTo(409);
        assertThat(timeChanged.body()).contains("The time was changed");
    }

    @Test
    void own_times_mark_the_time_that_is_held_and_swap_it() {
        String draft = app.startBooking(lastSlot());

        HttpResponse<String> page = app.get(draft + "/times");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("Choose another time").contains(draft + "/swap");
        HttpResponse<String> swapped =
                app.post(draft + "/swap", "slot", slots(page).get(10));
        assertThat(location(swapped)).isEqualTo(draft + "/details");
        assertThat(app.post(draft + "/swap", "slot", "forged").statusCode()).isEqualTo(409);
    }

    @Test
    void keeping_a_time_longer_loses_nothing_that_was_typed() {
        String draft = app.startBooking(lastSlot());

        assertThat(location(app.post(draft + "/extend"))).isEqualTo(draft + "/details");
        HttpResponse<String> half = app.post(draft + "/extend", "givenName", "Half <b>", "who", "other");

        assertThat(half.statusCode()).isEqualTo(200);
        assertThat(half.body())
                .contains("Half &lt;b&gt;")
                .contains("Your details")
                .doesNotContain("There is a problem");
        HttpResponse<String> part =
                app.send(app.form(draft + "/extend", "givenName", "Half").header("HX-Request", "true"));
        assertThat(part.body()).contains("We are keeping this time").doesNotContain("<html");
    }

    @Test
    void released_draft_has_ended_and_its_time_is_free() {
        String slot = lastSlot();
        String draft = app.startBooking(slot);
        app.fillIn(draft, "Gone", "Away");

        assertThat(location(app.post(draft + "/release"))).isEqualTo(draft);

        for (String step : List.of("", "/details", "/check", "/times")) {
            HttpResponse<String> page = app.get(draft + step);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("This page has ended").doesNotContain("Gone");
        }
        assertThat(slots(times())).contains(slot);
    }

    @Test
    void time_that_reception_took_meanwhile_keeps_everything_typed() {
        String slot = lastSlot();
        String draft = app.startBooking(slot);
        app.fillIn(draft, "Kept", "Typed");
        Reception.takes(running.console(), slot);

        app.confirm(draft);
        HttpResponse<String> lost = app.outcome(draft);

        assertThat(lost.statusCode()).isEqualTo(200);
        assertThat(lost.body()).containsPattern("<h1[^>]*>That time has just gone</h1>");
        HttpResponse<String> swapped =
                app.post(draft + "/swap", "slot", slots(lost).get(0));
        assertThat(location(swapped)).isEqualTo(draft + "/check");
        assertThat(app.get(draft + "/check").body()).contains("Kept Typed");
        app.confirm(draft);
        assertThat(app.outcome(draft).body()).contains("Your appointment is booked");
    }

    private HttpResponse<String> times() {
        return app.get(home + "times");
    }

    /** Far from what other tests look at first. */
    private String lastSlot() {
        List<String> free = slots(times());
        return free.get(free.size() - 1);
    }
}
