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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        times = inDays(4);
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
    void many_who_ask_at_once_for_a_page_have_it_rendered_once() {
        int before = renderings.count();

        assertThat(manyAsk(inDays(42))).hasSize(1);

        assertThat(renderings.count()).isEqualTo(before + 1);
    }

    /** Somebody holds a time while the page is made for those who came before, and then others come. */
    @Test
    void page_under_way_is_for_all_who_came_before_a_change_and_the_next_for_all_who_came_after_it() {
        var free = new ArrayDeque<>(slots(app.get(times)));
        app.startBooking(free.pop());
        String taken = free.pop();
        var first = new AtomicBoolean(true);
        var late = new CompletableFuture<Set<String>>();
        Runnable change = () -> {
            if (first.getAndSet(false)) {
                Wait.until("all others wait", () -> waiting() == MANY - 1);
                app.startBooking(taken);
                late.completeAsync(() -> manyAsk(times));
                Wait.until("those who came after it as well", () -> waiting() == 2 * MANY - 1);
            }
        };
        try (var changing = new Renderings(change)) {
            assertThat(manyAsk(times)).hasSize(1).allMatch(page -> page.contains(taken));

            assertThat(late.join()).hasSize(1).noneMatch(page -> page.contains(taken));
            assertThat(changing.count()).isEqualTo(2);
        }
    }

    private double waiting() {
        return Figures.of(running).sum("selfbooking_http_waiting");
    }

    /** The different pages that they get. */
    private Set<String> manyAsk(String path) {
        var pool = Executors.newFixedThreadPool(MANY);
        var asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> app.get(path).body(), pool))
                .limit(MANY)
                .toList();
        var bodies = asked.stream().map(CompletableFuture::join).collect(Collectors.toSet());
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

    private String inDays(int days) {
        return HOME + "times?from="
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private static String tag(HttpResponse<String> page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }

    private void forwardTo(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }
}
