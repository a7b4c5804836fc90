package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.Reception;
import selfbooking.Wait;

/** Pages before a draft are rendered once, and anew as soon as what they show has changed. */
class PageCacheTest extends AtKeptPages {

    private final Renderings renderings = new Renderings();

    @AfterEach
    void stopCounting() {
        renderings.close();
    }

    @Test
    void second_view_is_not_rendered() {
        String first = app.get(times).body();
        int before = renderings.count();

        assertThat(app.get(times).body()).isEqualTo(first);
        assertThat(app.get(times, "Accept-Encoding", "gzip").statusCode()).isEqualTo(200);
        assertThat(app.get(HOME).statusCode()).isEqualTo(200);

        assertThat(renderings.count()).isEqualTo(before);
    }

    @Test
    void page_and_part_and_each_address_are_kept_apart() {
        var seen = new HashSet<String>();
        for (String path : List.of(HOME, HOME + "?name=a", times, times + "&part=morning")) {
            seen.add(app.get(path).body());
            seen.add(app.get(path, "HX-Request", "true").body());
            assertThat(app.get(path, "HX-Request", "true").body()).startsWith("<title>");
            assertThat(app.get(path).body()).startsWith("<!doctype html>");
        }

        assertThat(seen).hasSize(8);
    }

    @Test
    void hold_of_another_takes_its_time_away_and_its_end_restores_the_bytes() {
        HttpResponse<String> before = app.get(times);
        String slot = slots(before).get(0);

        String draft = app.startBooking(slot);
        HttpResponse<String> held = app.get(times);
        app.post(draft + "/release");
        int rendered = renderings.count();
        HttpResponse<String> after = app.get(times);

        assertThat(slots(held)).isNotEmpty().doesNotContain(slot);
        assertThat(tag(held)).isNotEqualTo(tag(before));
        assertThat(renderings.count()).isEqualTo(rendered + 1);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(tag(after)).isEqualTo(tag(before));
    }

    @Test
    void hold_that_ends_brings_its_time_back() {
        String slot = slots(app.get(times)).get(0);
        app.startBooking(slot);
        clock.forward(Duration.ofMinutes(8).minusSeconds(5));
        assertThat(slots(app.get(times))).isNotEmpty().doesNotContain(slot);

        clock.forward(Duration.ofSeconds(6));

        assertThat(slots(app.get(times))).contains(slot);
    }

    /** Behind the next page that is made; what reception took in the meantime is seen with it. */
    @Test
    void booking_makes_no_page_old_and_has_its_week_read_again() {
        List<String> two = twoOfOneDay(slots(app.get(times)));
        String ours = two.get(0);
        String theirs = two.get(1);
        String draft = app.startBooking(ours);
        app.fillIn(draft, "Kim", "Kept");
        Reception.takes(running.console(), theirs);
        assertThat(slots(app.get(times))).contains(theirs);

        app.confirm(draft);
        assertThat(app.outcome(draft).body()).contains("Your appointment is booked");
        int rendered = renderings.count();

        assertThat(slots(app.get(times))).isNotEmpty().doesNotContain(ours);
        assertThat(renderings.count()).isEqualTo(rendered);
        clock.forward(Duration.ofMinutes(1));
        Wait.until("the week is read again", () -> !slots(app.get(times)).contains(theirs));
        assertThat(slots(app.get(times))).isNotEmpty().doesNotContain(ours);
    }

    /** An hour or more apart on one day, so that one read of the diary gives both. */
    private static List<String> twoOfOneDay(List<String> free) {
        return free.stream()
                .flatMap(a ->
                        free.stream().filter(b -> dayOf(a).equals(dayOf(b))).map(b -> List.of(a, b)))
                .filter(two -> Reception.start(two.get(0)).until(Reception.start(two.get(1)), ChronoUnit.MINUTES) >= 60)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate dayOf(String slot) {
        return LocalDate.ofInstant(Reception.start(slot), ZoneOffset.ofHours(10));
    }

    @Test
    void time_goes_when_its_notice_passes() {
        String slot = slots(app.get(HOME)).get(0);
        Instant last = Reception.start(slot).minus(Duration.ofMinutes(15));
        forwardTo(last.minusSeconds(15));
        assertThat(slots(app.get(HOME))).contains(slot);

        forwardTo(last.plusMillis(1));

        assertThat(slots(app.get(HOME))).isNotEmpty().doesNotContain(slot);
    }

    @Test
    void diary_that_goes_down_takes_the_buttons_away() {
        assertThat(slots(app.get(times))).isNotEmpty();
        running.stopDiary();
        app.get(inDays(63));

        HttpResponse<String> page = app.get(times);

        assertThat(page.body()).contains("We cannot reach the clinic’s diary at the moment.");
        assertThat(slots(page)).isEmpty();
    }

    @Test
    void address_that_is_too_long_is_answered_but_not_kept() {
        String path = HOME + "?name=" + "e".repeat(2_000);
        assertThat(app.get(path).statusCode()).isEqualTo(200);
        int before = renderings.count();

        assertThat(app.get(path).headers().firstValue("Cache-Control")).contains("no-cache");

        assertThat(renderings.count()).isEqualTo(before + 1);
    }

    private static String tag(HttpResponse<String> page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }
}
