package selfbooking.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import selfbooking.web.draft.CheckView;
import selfbooking.web.draft.DetailsFields;
import selfbooking.web.draft.DetailsView;
import selfbooking.web.draft.EndedView;
import selfbooking.web.draft.LostView;
import selfbooking.web.outcome.AskingView;
import selfbooking.web.outcome.BookedView;
import selfbooking.web.outcome.CallView;
import selfbooking.web.server.Assets;
import selfbooking.web.times.TimesView;

/** Every view in all its states, with ordinary and with awkward content. */
public final class Samples {
    static final String PHONE = "02\u00a05550\u00a01234";
    static final String SCRIPT = "<script>alert(1)</script>";
    static final String LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Nguyễn-Đặng";
    static final Chosen CHOSEN = new Chosen(
            "Monday 23\u00a0November 2026, 3:40\u00a0pm",
            "2026-11-23T15:40+11:00",
            List.of("Standard visit, 30 minutes, with Mei Lee", "Harbour Street, 12 Harbour Street, Pyrmont NSW 2009"));
    private static final String KEY = "/harbour/bookings/k3y";
    private static final Assets ASSETS = new Assets(false);

    record Sample(String name, View view, Shell shell, Page page) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Sample> all = new ArrayList<>();

    static List<Sample> all() {
        Samples samples = new Samples();
        samples.searching();
        samples.form();
        samples.outcomes();
        samples.problems();
        return samples.all;
    }

    public static Shell shell(int hue) {
        return ASSETS.shell("Harbour Street Physiotherapy", "/harbour/", PHONE, hue, true);
    }

    static Shell bareShell() {
        return ASSETS.shell(LONG + " " + SCRIPT, "/harbour/", null, 20, false);
    }

    private void add(String name, View view, Page page) {
        all.add(new Sample(name, view, shell(180), page));
    }

    private void addBare(String name, View view, Page page) {
        all.add(new Sample(name, view, bareShell(), page));
    }

    private void searching() {
        add("home", View.HOME, SampleSearch.home(false));
        add("home-unreachable", View.HOME, SampleSearch.home(true));
        addBare("home-awkward", View.HOME, SampleSearch.awkwardHome());
        addBare("home-empty", View.HOME, SampleSearch.emptyHome());
        add("times", View.TIMES, SampleSearch.times(null, false));
        add("times-unreachable", View.TIMES, SampleSearch.times(null, true));
        add("times-own", View.TIMES, SampleSearch.times(own(400), false));
        addBare("times-many", View.TIMES, SampleSearch.manyTimes());
        addBare("times-none", View.TIMES, SampleSearch.noTimes());
    }

    private static TimesView.Own own(long seconds) {
        return new TimesView.Own(CHOSEN, hold(seconds), KEY + "/release");
    }

    static HoldLine hold(long seconds) {
        return new HoldLine("2:12\u00a0pm", seconds, seconds > 60 ? KEY + "/extend" : null, KEY + "/details");
    }

    private void form() {
        add("details", View.DETAILS, details(Map.of(), Map.of(), 400));
        add("details-warned", View.DETAILS, details(typed("me"), Map.of(), 100));
        add("details-mistakes", View.DETAILS, details(typed("other"), mistakes(), 400));
        addBare("details-awkward", View.DETAILS, details(awkward(), mistakes(), -1));
        add("check", View.CHECK, check(List.of()));
        add("check-changed", View.CHECK, check(List.of("The time is now Monday 23\u00a0November 2026, 4:10\u00a0pm")));
        addBare("check-awkward", View.CHECK, check(List.of(SCRIPT)));
    }

    static DetailsView details(Map<String, List<String>> typed, Map<String, String> mistakes, long seconds) {
        return new DetailsView(
                CHOSEN,
                hold(seconds),
                KEY + "/times",
                KEY + "/details",
                KEY + "/release",
                DetailsFields.of(typed, mistakes, mistakes.isEmpty() ? null : "/terms"));
    }

    private static Map<String, List<String>> typed(String who) {
        return Map.of(
                "who", List.of(who),
                "givenName", List.of("Ngaire"),
                "familyName", List.of("O’Brien-Tran"),
                "birthDay", List.of("27"),
                "birthMonth", List.of("3"),
                "contactBy", List.of("mobile"));
    }

    private static Map<String, List<String>> awkward() {
        return Map.of(
                "who", List.of("other"),
                "bookerName", List.of("\" onfocus=\"alert(1)"),
                "givenName", List.of(SCRIPT),
                "familyName", List.of(LONG),
                "contactBy", List.of("mobile", "email"),
                "email", List.of("a".repeat(200) + "@example.com"),
                "reason", List.of("</textarea>" + SCRIPT));
    }

    private static Map<String, String> mistakes() {
        return Map.of(
                "bookerName", "Enter your own name",
                "birthYear", "Date of birth must include a year",
                "mobile", "Enter your mobile number",
                "agree", "Tick to agree to the clinic’s terms");
    }

    private static CheckView check(List<String> changed) {
        String details = KEY + "/details";
        List<CheckView.Answer> answers = new ArrayList<>();
        answers.add(new CheckView.Answer("When", CHOSEN.when(), KEY + "/times", "date and time"));
        answers.add(new CheckView.Answer("With", changed.isEmpty() ? "Mei Lee" : LONG, KEY + "/times", "practitioner"));
        answers.add(new CheckView.Answer("Where", CHOSEN.lines().get(1), null, null));
        answers.add(new CheckView.Answer("What for", "Standard visit, 30 minutes", KEY + "/times", "appointment type"));
        answers.add(new CheckView.Answer("Name", "Ngaire O’Brien-Tran", details + "#givenName", "name"));
        answers.add(
                new CheckView.Answer("Date of birth", "27\u00a0March 1987", details + "#birthDay", "date of birth"));
        answers.add(new CheckView.Answer("Mobile", "0491 570 006", details + "#mobile", "mobile number"));
        answers.add(new CheckView.Answer("Reason", null, details + "#reason", "reason for the visit"));
        return new CheckView(hold(400), new Link(details, "Your details"), answers, KEY + "/check", "d1gest", changed);
    }

    private void outcomes() {
        Chosen zoned = new Chosen(
                CHOSEN.when(),
                CHOSEN.datetime(),
                List.of(CHOSEN.lines().get(0), CHOSEN.lines().get(1), "Sydney time, AEDT"));
        add("booked", View.BOOKED, new BookedView("K7-42QX", zoned, "/harbour/"));
        addBare("booked-awkward", View.BOOKED, new BookedView("K7-42QX", SampleSearch.awkwardChosen(), "/harbour/"));
        add("asking", View.ASKING, new AskingView(CHOSEN, "K7-42QX", KEY));
        add("call", View.CALL, new CallView(CHOSEN, "K7-42QX"));
        addBare("call-awkward", View.CALL, new CallView(SampleSearch.awkwardChosen(), "K7-42QX"));
        add("taken", View.LOST, SampleSearch.taken());
        add("lost", View.LOST, SampleSearch.lost());
        addBare(
                "lost-nothing",
                View.LOST,
                new LostView("Someone else is keeping it.", true, List.of(), List.of(), "/a", "/t"));
        add("ended", View.ENDED, new EndedView("You gave this time back, so other people can have it.", "/harbour/"));
    }

    private void problems() {
        add("not-found", View.PROBLEM, ProblemView.notFound("/harbour/"));
        add("problem", View.PROBLEM, ProblemView.problem("/harbour/times"));
        add("busy", View.PROBLEM, ProblemView.busy("/harbour/"));
        addBare("busy-awkward", View.PROBLEM, ProblemView.busy(null));
    }

    static List<TimeButton> run(int count, String day, @Nullable String note) {
        return IntStream.range(0, count).mapToObj(i -> time(i, day, note)).toList();
    }

    private static TimeButton time(int i, String day, @Nullable String note) {
        int minutes = 8 * 60 + 10 * i;
        int hour = minutes / 60;
        String label = (hour > 12 ? hour - 12 : hour) + ":" + minutes % 60 / 10 + "0\u00a0" + (hour < 12 ? "am" : "pm");
        String spoken = label + (note == null ? "" : " " + note) + ", " + day;
        return TimeButton.of("sl0t" + i, label, spoken, "2026-11-24T09:30+11:00", note);
    }
}
