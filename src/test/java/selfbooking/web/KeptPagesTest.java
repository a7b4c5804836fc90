package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Figures;
import selfbooking.Reception;
import selfbooking.RunningApp;
import selfbooking.SetClock;
import selfbooking.Wait;

/** Pages before a draft are rendered once, and anew as soon as what they show has changed. */
class KeptPagesTest {

    private static final int MANY = 50;

    private final SetClock clock = new SetClock();
    private final Renderings renderings = new Renderings();
    private RunningApp running;
    private Visitor app;
    private String times;

    /** At the beginning of a minute, so that none ends within a test; some days ahead, so that no time is too soon. */
    @BeforeEach
    void open(@TempDir Path folder) {
        forwardTo(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
        running = RunningApp.start(folder, Map.of("METRICS_TOKEN", Figures.TOKEN), clock);
        app = new Visitor(running);
        times = HOME + "times?from="
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(4);
        app.get(HOME);
        app.get(times);
    }

    @AfterEach
    void close() {
        running.close();
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
    void another_patients_hold_takes_its_time_away_at_once_and_giving_it_back_restores_the_same_bytes() {
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
                .flatMap(a -> free.stream().filter(b -> sameDay(a, b)).map(b -> List.of(a, b)))
                .filter(two -> Duration.between(Reception.start(two.get(0)), Reception.start(two.get(1)))
                                .toMinutes()
                        >= 60)
                .findFirst()
                .orElseThrow();
    }

    private static boolean sameDay(String a, String b) {
        return dayOf(a).equals(dayOf(b));
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
        app.get(inWeeks(9));

        HttpResponse<String> page = app.get(times);

        assertThat(page.body()).contains("We cannot reach the clinic’s diary at the moment.");
        assertThat(slots(page)).isEmpty();
    }

    @Test
    void many_who_ask_at_once_for_a_page_have_it_rendered_once() throws Exception {
        int before = renderings.count();

        assertThat(manyAsk(inWeeks(6))).hasSize(1);

        assertThat(renderings.count()).isEqualTo(before + 1);
    }

    /** Somebody holds a time while the page is made for all who wait, and another while it is made again. */
    @Test
    void nobody_waits_for_more_than_the_page_under_way_and_the_one_after_it() throws Exception {
        var free = new ArrayDeque<>(slots(app.get(times)));
        app.startBooking(free.pop());
        var first = new AtomicBoolean(true);
        Runnable change = () -> {
            if (first.getAndSet(false)) {
                Wait.until("all others wait", () -> waiting() == MANY - 1);
            }
            app.startBooking(free.pop());
        };
        try (var changing = new Renderings(change)) {
            assertThat(manyAsk(times)).hasSize(2);

            assertThat(changing.count()).isEqualTo(2);
        }
    }

    private double waiting() {
        return Figures.of(running).sum("selfbooking_http_waiting");
    }

    /** The different pages that they get. */
    private Set<String> manyAsk(String path) throws Exception {
        var pool = Executors.newFixedThreadPool(MANY);
        Callable<String> view = () -> app.get(path).body();
        var bodies = new HashSet<String>();
        for (var body : pool.invokeAll(Collections.nCopies(MANY, view))) {
            bodies.add(body.get());
        }
        pool.shutdown();
        return bodies;
    }

    @Test
    void address_that_is_too_long_is_answered_but_not_kept() {
        String path = HOME + "?name=" + "e".repeat(2_000);
        assertThat(app.get(path).statusCode()).isEqualTo(200);
        int before = renderings.count();

        assertThat(app.get(path).headers().firstValue("Cache-Control")).contains("no-cache");

        assertThat(renderings.count()).isEqualTo(before + 1);
    }

    /** Times that the diary has not been asked for yet. */
    private String inWeeks(int weeks) {
        return HOME + "times?from="
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusWeeks(weeks);
    }

    private static String tag(HttpResponse<String> page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }

    private void forwardTo(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }
}
