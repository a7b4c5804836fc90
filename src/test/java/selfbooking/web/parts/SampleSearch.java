package selfbooking.web.parts;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.web.draft.LostView;
import selfbooking.web.home.HomeView;
import selfbooking.web.home.PersonCard;
import selfbooking.web.times.DayOfTimes;
import selfbooking.web.times.TimesView;

/** The pages on which a time is looked for, with sample content. */
final class SampleSearch {
    private static final String TODAY = "Monday 23\u00a0November, with Mei Lee";
    private static final CheckedAt CHECKED =
            new CheckedAt("Times checked at 2:04\u00a0pm", "/harbour/?check", false, "2026-11-23T03:04:00Z");
    private static final Filter PLACES = new Filter(
            "Location",
            List.of(
                    new Choice("/harbour/", "Any", null, true),
                    new Choice("/harbour/?location=1", "Harbour Street", null, false),
                    new Choice("/harbour/?location=2", "Adelaide", null, false)));
    private static final Filter PARTS = new Filter(
            "Time of day",
            List.of(
                    new Choice("/harbour/times", "Any time", null, true),
                    new Choice("/harbour/times?part=morning", "Morning", null, false),
                    new Choice("/harbour/times?part=afternoon", "Afternoon", null, false),
                    new Choice("/harbour/times?part=evening", "Evening", null, false)));

    private SampleSearch() {}

    static HomeView home(boolean unreachable) {
        List<TimeButton> soon = Stream.concat(
                        Samples.run(2, TODAY, "today").stream(),
                        Samples.run(1, "Tuesday 24\u00a0November, with Tobias Akinyemi", "tomorrow").stream())
                .toList();
        HomeView.First first = new HomeView.First(
                "First available: today, 3:40\u00a0pm",
                "With Mei Lee at Harbour Street",
                shut(soon, unreachable),
                "/t");
        return new HomeView(
                types(),
                List.of(PLACES),
                null,
                List.of(),
                CHECKED,
                first,
                "/harbour/bookings",
                people(unreachable),
                "5 practitioners, 4 with times",
                unreachable);
    }

    private static List<PersonCard> people(boolean unreachable) {
        return List.of(
                card("Mei Lee", "Harbour Street", "Today, Monday 23\u00a0November", null, unreachable),
                card(
                        "Tobias Akinyemi",
                        "Harbour Street and Adelaide",
                        "Tomorrow, Tuesday 24\u00a0November",
                        "1 day after the first available",
                        unreachable),
                card(
                        "Shirin Rahimi",
                        "Adelaide",
                        "Thursday 26\u00a0November",
                        "3 days after the first available",
                        unreachable),
                card(
                        "Jack Williams-Featherstonehaugh",
                        "Harbour Street",
                        "Monday 30\u00a0November",
                        "7 days after the first available",
                        unreachable),
                new PersonCard(
                        "Nalini Perera", "Adelaide", null, null, List.of(), "/t", "No times in the next 4 weeks"));
    }

    private static List<TimeButton> shut(List<TimeButton> times, boolean unreachable) {
        return unreachable ? times.stream().map(SampleSearch::shut).toList() : times;
    }

    private static TimeButton shut(TimeButton t) {
        return new TimeButton(null, t.label(), t.spoken(), t.datetime(), t.note(), false);
    }

    private static List<Choice> types() {
        return List.of(
                new Choice("/harbour/", "Standard visit", "30 minutes", true),
                new Choice("/harbour/?type=2", "First visit", "45 minutes", false),
                new Choice("/harbour/?type=3", "Long visit", "60 minutes", false),
                new Choice("/harbour/?type=4", "Video call", "20 minutes", false),
                new Choice("/harbour/?type=5", "Dry needling", "15 minutes", false));
    }

    private static PersonCard card(
            String name, String places, String day, @Nullable String waiting, boolean unreachable) {
        List<TimeButton> times = Samples.run(3, day + ", with " + name, null);
        return new PersonCard(
                name, places, day, waiting, shut(times, unreachable), "/harbour/times?practitioner=1", null);
    }

    static HomeView awkwardHome() {
        HomeView.First first = new HomeView.First(
                "First available: Wednesday 30\u00a0December, 10:00\u00a0am",
                "With " + Samples.LONG + " at " + Samples.SCRIPT,
                Samples.run(1, TODAY, Samples.LONG),
                "/t");
        HomeView.NameSearch search =
                new HomeView.NameSearch("/harbour/", Samples.SCRIPT, List.of(new HomeView.Kept("type", "3")));
        List<Choice> types = List.of(
                new Choice("/a", Samples.LONG, "30 minutes", true), new Choice("/b", Samples.SCRIPT, null, false));
        List<PersonCard> people = List.of(
                card(Samples.LONG, Samples.LONG, "Wednesday 30\u00a0December", null, false),
                card(Samples.SCRIPT, "x", "Today, Monday 23\u00a0November", null, false));
        CheckedAt old = new CheckedAt("Times checked at 2:04\u00a0pm", "/harbour/", true, "2026-11-23T03:04:00Z");
        return new HomeView(
                types,
                List.of(PLACES),
                search,
                List.of("We could not find that location, so all are shown."),
                old,
                first,
                "/b",
                people,
                "2 practitioners",
                false);
    }

    static HomeView emptyHome() {
        PersonCard none =
                new PersonCard("Madonna", "Adelaide", null, null, List.of(), "/t", "No times in the next 4 weeks");
        return new HomeView(
                types(), List.of(), null, List.of(), CHECKED, null, "/b", List.of(none), "No times found", false);
    }

    static TimesView times(TimesView.@Nullable Own own, boolean unreachable) {
        List<DayOfTimes> days = List.of(
                day("Today, Monday 23\u00a0November", "2026-11-23", 2, 1, unreachable),
                ownDay(day("Wednesday 25\u00a0November", "2026-11-25", 4, 3, unreachable), own),
                day("Thursday 26\u00a0November", "2026-11-26", 12, 8, unreachable));
        return times(own == null ? "Times with Mei Lee" : "Choose another time", days, null, own, unreachable);
    }

    private static TimesView times(
            String heading,
            List<DayOfTimes> days,
            @Nullable String nothing,
            TimesView.@Nullable Own own,
            boolean unreachable) {
        return new TimesView(
                heading,
                "Standard visit, 30 minutes · Harbour Street · Sydney time",
                new Link("/harbour/", own == null ? "All practitioners" : "Your details"),
                List.of(PARTS, PLACES),
                nothing == null
                        ? List.of()
                        : List.of("We could not find that practitioner, so times with anyone are shown."),
                CHECKED,
                days,
                nothing,
                nothing == null ? null : new Link("/e", "Earlier dates"),
                new Link("/harbour/times?from=2026-12-03", "Later dates"),
                own == null ? "/harbour/bookings" : "/harbour/bookings/k3y/swap",
                own,
                "30 times found",
                unreachable);
    }

    private static DayOfTimes day(String heading, String date, int morning, int afternoon, boolean unreachable) {
        return new DayOfTimes(
                heading,
                date,
                morning + afternoon + " times",
                List.of(
                        new DayOfTimes.Part("Morning", shut(Samples.run(morning, heading, null), unreachable)),
                        new DayOfTimes.Part(
                                "Afternoon", shut(Samples.run(afternoon, heading + " again", null), unreachable))));
    }

    private static DayOfTimes ownDay(DayOfTimes day, TimesView.@Nullable Own own) {
        TimeButton mine = new TimeButton(null, "10:40\u00a0am", "10:40\u00a0am", "2026-11-25T10:40+11:00", null, true);
        List<TimeButton> marked = Stream.concat(day.parts().get(0).times().stream(), Stream.of(mine))
                .toList();
        return own == null
                ? day
                : new DayOfTimes(
                        day.heading(), day.date(), day.count(), List.of(new DayOfTimes.Part("Morning", marked)));
    }

    static TimesView manyTimes() {
        List<DayOfTimes> days = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new DayOfTimes(
                        "Wednesday " + (i + 22) + "\u00a0December",
                        "2026-12-" + (i + 22),
                        "60 times",
                        List.of(new DayOfTimes.Part(
                                "Morning", Samples.run(60, "day " + i, i == 1 ? Samples.LONG : "Mei Lee")))))
                .toList();
        return times("Times with " + Samples.LONG + " " + Samples.SCRIPT, days, null, null, false);
    }

    static TimesView noTimes() {
        return times(
                "Times with Mei Lee",
                List.of(),
                "There are no times between 23\u00a0November and 20\u00a0December.",
                null,
                false);
    }

    static LostView taken() {
        return new LostView(
                "Someone else took 3:40\u00a0pm while you were typing. Nothing is booked.",
                true,
                List.of(),
                groups(),
                "/swap",
                "/harbour/bookings/k3y/times");
    }

    static LostView lost() {
        return new LostView(
                "Someone else is keeping 3:40\u00a0pm at the moment.",
                false,
                List.of(),
                groups(),
                "/b",
                "/harbour/times");
    }

    private static List<LostView.Group> groups() {
        return List.of(
                new LostView.Group("Nearest times with Mei Lee", Samples.run(3, TODAY, "today")),
                new LostView.Group(
                        "The same time with someone else",
                        Samples.run(2, "Monday 23\u00a0November", "Shirin Rahimi, Adelaide")));
    }

    static Chosen awkwardChosen() {
        return new Chosen(
                "Wednesday 30\u00a0December 2026, 10:00\u00a0am",
                "2026-12-30T10:00+11:00",
                List.of(Samples.LONG, Samples.SCRIPT, "Lord Howe time, LHDT"));
    }
}
