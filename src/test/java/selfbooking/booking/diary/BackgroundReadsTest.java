package selfbooking.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;

/** What is read while nobody waits for it; here in the test's own thread, so that it has ended when the call has. */
class BackgroundReadsTest extends AtTheDesk {

    private Diary diary;

    @BeforeEach
    @Override
    public void open(@TempDir Path folder) {
        super.open(folder);
        diary = new Diary(desk.port, desk.room, desk.clock, Runnable::run, new SimpleMeterRegistry(), "clinic");
        diary.warm();
    }

    @Test
    void warm_diary_has_this_week_and_the_next() {
        thisWeekAndTheNextCostNothing();
    }

    private void thisWeekAndTheNextCostNothing() {
        int before = calls();

        var look = diary.look();
        var today = desk.clock.instant().atZone(look.catalogue().zone()).toLocalDate();
        var type = look.catalogue().types().get(0).id();
        assertThat(look.week(new WeekKey(type, WeekKey.mondayOf(today))).slots())
                .isNotNull();
        assertThat(look.week(new WeekKey(type, WeekKey.mondayOf(today).plusWeeks(1)))
                        .slots())
                .isNotEmpty();
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void diary_is_warmed_once_before_each_day() {
        var zone = diary.look().catalogue().zone();
        forwardTo(LocalTime.NOON, zone);
        diary.warm();
        diary.warmBeforeTheDay();
        int before = calls();
        forwardTo(LocalTime.of(5, 29), zone);
        diary.warmBeforeTheDay();
        assertThat(calls()).as("too early").isEqualTo(before);

        forwardTo(LocalTime.of(5, 31), zone);
        diary.warmBeforeTheDay();
        int warmed = calls();
        assertThat(warmed).isGreaterThan(before);
        desk.clock.forward(Duration.ofHours(3));
        diary.warmBeforeTheDay();
        assertThat(calls()).as("once").isEqualTo(warmed);

        forwardTo(LocalTime.of(0, 30), zone);
        diary.warm();
        int atNight = calls();
        forwardTo(LocalTime.of(5, 31), zone);
        diary.warmBeforeTheDay();
        assertThat(calls()).as("after a start at night").isGreaterThan(atNight);
    }

    @Test
    void diary_that_nobody_has_looked_at_for_a_day_is_warmed() {
        desk.clock.forward(Duration.ofHours(25));
        int before = calls();
        diary.warmBeforeTheDay();
        assertThat(calls()).isGreaterThan(before);
        thisWeekAndTheNextCostNothing();
    }

    @Test
    void read_that_gives_way_says_nothing_of_the_diary_and_a_failed_one_does() {
        desk.console.arm("{\"kind\":\"status\",\"status\":429,\"times\":0}");
        desk.clock.forward(Duration.ofMinutes(6));
        assertThat(diary.look().catalogue().practitioners()).isNotEmpty();
        assertThat(desk.console.calls().get(calls() - 1).path("fault").asText()).isEqualTo("status");
        assertThat(diary.reachable()).isTrue();

        desk.console.clearFaults();
        desk.console.arm("{\"kind\":\"status\",\"status\":503,\"times\":0}");
        Wait.until("a read that fails", () -> {
            diary.look().catalogue();
            return !diary.reachable();
        });
    }

    private int calls() {
        return desk.console.calls().size();
    }

    /** To when it is next that time at the clinic. */
    private void forwardTo(LocalTime time, ZoneId zone) {
        var now = desk.clock.instant().atZone(zone);
        var then = now.with(time);
        desk.clock.forward(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }
}
