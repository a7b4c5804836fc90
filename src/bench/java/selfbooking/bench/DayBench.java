package selfbooking.bench;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import selfbooking.Figures;
import selfbooking.RunningApp;
import selfbooking.SetClock;

/** A clinic's ten hours of a Monday in some minutes: whether what pages ask the diary for is kept when a patient comes. */
final class DayBench {

    private static final int PATIENTS = 200;
    private static final Duration DAY = Duration.ofHours(10);
    private static final Duration READING = Duration.ofSeconds(20);
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final Random random = new Random(14);
    private final SetClock clock;
    private final RunningApp app;
    private final Site site;
    private int views;
    private int waited;

    private DayBench(SetClock clock, RunningApp app) {
        this.clock = clock;
        this.app = app;
        this.site = new Site(app.origin());
    }

    /** A folder to work in. */
    public static void main(String[] args) throws Exception {
        var clock = new SetClock();
        var now = clock.instant().atZone(SYDNEY);
        clock.forward(Duration.between(
                now, now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(8, 0))));
        try (var app = RunningApp.start(Path.of(args[0]), Map.of("METRICS_TOKEN", Figures.TOKEN), clock)) {
            new DayBench(clock, app).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        quiet();
        var opening = clock.instant();
        long calls = app.console().calls().size();
        var before = Figures.of(app);
        var comings = random.longs(PATIENTS, 0, DAY.toSeconds()).sorted().toArray();
        for (int patient = 0; patient < PATIENTS; patient++) {
            var coming = opening.plusSeconds(comings[patient]);
            if (coming.isAfter(clock.instant())) {
                clock.forward(Duration.between(clock.instant(), coming));
            }
            visit(patient);
        }
        print(before, app.console().calls().size() - calls);
    }

    /** Each looks at who is there, at all times, at one practitioner's and at a later week's; one in four books. */
    private void visit(int patient) throws Exception {
        String home = view(Clinic.HOME);
        view(Clinic.TIMES);
        var people =
                Site.all(home, "practitioner=([^\"&]+)").stream().distinct().toList();
        view(Clinic.TIMES + "?practitioner=" + people.get(random.nextInt(people.size())));
        String later = view(Clinic.TIMES + "?from=" + LocalDate.now(clock).plusDays(7 + random.nextInt(21)));
        if (patient % 4 == 0) {
            List<String> free = Site.all(later, "name=\"slot\" value=\"([^\"]+)\"");
            site.confirm(site.filledIn(free.get(random.nextInt(free.size())), patient % 80));
            quiet();
        }
    }

    private String view(String path) throws Exception {
        double before = waits();
        String page = site.page(path);
        views++;
        if (waits() > before) {
            waited++;
        }
        quiet();
        clock.forward(READING);
        return page;
    }

    /** Until what is read behind a page has come: the clock runs faster than the diary answers. */
    private void quiet() throws InterruptedException {
        int calls = -1;
        while (calls != app.console().calls().size() || Figures.of(app).sum("selfbooking_coreplus_gate_waiting") > 0) {
            calls = app.console().calls().size();
            Thread.sleep(100);
        }
    }

    /** Answers that somebody waited for, because none was kept or it was too old. */
    private double waits() {
        var now = Figures.of(app);
        return now.sum("selfbooking_diary_lookups_total", "result=\"miss\"")
                + now.sum("selfbooking_diary_lookups_total", "result=\"joined\"");
    }

    private void print(Figures before, long calls) {
        var after = Figures.of(app);
        System.out.printf(
                "| views that waited for nothing, of %d | 90 %% | 97 %% | %.1f %% |%n",
                views, 100.0 * (views - waited) / views);
        System.out.printf(
                "| pages sent as they were kept, one patient coming every three minutes | | | %.0f %% |%n",
                100 * sum(before, after, "selfbooking_pages_hits_total") / views);
        System.out.printf(
                "| calls of the diary for each of %d patients, of whom %d booked | | | %.1f |%n",
                PATIENTS,
                (int) sum(before, after, "selfbooking_bookings_total", "end=\"booked\""),
                (double) calls / PATIENTS);
    }

    private static double sum(Figures before, Figures after, String name, String... words) {
        return after.sum(name, words) - before.sum(name, words);
    }
}
