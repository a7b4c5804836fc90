package selfbooking.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import selfbooking.web.parts.CheckedAt;
import selfbooking.web.parts.Html;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.Shell;
import selfbooking.web.parts.TimeButton;
import selfbooking.web.parts.View;
import selfbooking.web.server.Assets;
import selfbooking.web.times.DayOfTimes;
import selfbooking.web.times.TimesView;

/** How long a page of 150 times takes one thread: with our paths, with Thymeleaf's own expressions, and written by hand. */
final class RenderBench {

    private static final int DAYS = 5;
    private static final int TIMES_OF_A_PART = 15;
    private static final int WARMING = 400;
    private static final int ROUNDS = 15;
    private static final int PAGES = 40;

    private final Shell shell =
            new Assets(false).shell("Harbour Street", "/harbour/", "02\u00a05550\u00a01234", 180, false);
    private final TimesView page = page();
    private final Html html = new Html(false);
    private final TemplateEngine ognl = new TemplateEngine();

    private RenderBench() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        ognl.setTemplateResolver(resolver);
    }

    public static void main(String[] args) {
        new RenderBench().compare();
    }

    private void compare() {
        var byHand = new TimesByHand(rendered(), page);
        var ways = new LinkedHashMap<String, Supplier<String>>();
        ways.put("Thymeleaf with our paths", this::rendered);
        ways.put("Thymeleaf with its own expressions", this::withItsOwn);
        ways.put("by hand", byHand::write);
        ways.forEach((name, way) -> {
            if (!way.get().equals(rendered())) {
                throw new IllegalStateException(name + ": other bytes");
            }
            millis(way, WARMING);
        });
        var seen = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach((name, way) ->
                    seen.computeIfAbsent(name, first -> new ArrayList<>()).add(millis(way, PAGES)));
        }
        PagesBench.say("| how | a page | of by hand |");
        PagesBench.say("|---|---|---|");
        double hand = median(Objects.requireNonNull(seen.get("by hand")));
        seen.forEach((name, millis) ->
                PagesBench.say("| %s | %.3f ms | %.1f × |", name, median(millis), median(millis) / hand));
    }

    private static double millis(Supplier<String> way, int pages) {
        long begun = System.nanoTime();
        for (int i = 0; i < pages; i++) {
            if (way.get().isEmpty()) {
                throw new IllegalStateException("an empty page");
            }
        }
        return (System.nanoTime() - begun) / 1e6 / pages;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private String rendered() {
        return html.render(View.TIMES, shell, page, false);
    }

    private String withItsOwn() {
        var context = new Context(
                Locale.forLanguageTag("en-AU"), Map.of("shell", shell, "page", page, "title", Html.title(shell, page)));
        return ognl.process(View.TIMES.template(), context);
    }

    private static TimesView page() {
        var days = new ArrayList<DayOfTimes>();
        for (int day = 1; day <= DAYS; day++) {
            String date = "2026-11-%02d".formatted(day);
            days.add(new DayOfTimes(
                    "Monday " + day + " November",
                    date,
                    "30 times",
                    List.of(part("Morning", date, 8), part("Afternoon", date, 13))));
        }
        return new TimesView(
                "Times with Siobhán O'Connell",
                "Standard visit, 30 minutes · Harbour Street · Sydney time",
                new Link("/harbour/", "Back"),
                List.of(),
                List.of(),
                new CheckedAt("Times checked at 2:04\u00a0pm", "/harbour/times?check", false, "2026-11-23T03:04:00Z"),
                days,
                null,
                null,
                new Link("/harbour/times?from=2026-11-06", "Later dates"),
                "/harbour/bookings",
                null,
                "150 times found",
                false);
    }

    private static DayOfTimes.Part part(String name, String date, int from) {
        var times = new ArrayList<TimeButton>();
        for (int i = 0; i < TIMES_OF_A_PART; i++) {
            String at = "%d:%02d".formatted(from + i / 4, i % 4 * 15);
            String slot = "470f0890-2d87-33dc-a6c9-77bdb5562956~%s~%s~AbCdEfGhIjKlMnOp".formatted(date, at);
            String spoken = "%s, %s, with Siobhán O'Connell, Harbour Street".formatted(at, date);
            times.add(TimeButton.of(slot, at, spoken, date + "T" + at + "+11:00", "Siobhán O'Connell"));
        }
        return new DayOfTimes.Part(name, times);
    }
}
