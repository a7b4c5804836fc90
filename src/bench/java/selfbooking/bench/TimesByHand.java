package selfbooking.bench;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;
import selfbooking.web.parts.TimeButton;
import selfbooking.web.times.DayOfTimes;
import selfbooking.web.times.TimesView;

/** Writes the same bytes as the template of the times, without one; what stands around the days is given. */
final class TimesByHand {

    private static final String FIRST = "<section class=\"day\"";
    private static final String LAST = "</section>";

    private final String before;
    private final String after;
    private final TimesView page;

    TimesByHand(String rendered, TimesView page) {
        this.before = rendered.substring(0, rendered.indexOf(FIRST));
        this.after = rendered.substring(rendered.lastIndexOf(LAST) + LAST.length());
        this.page = page;
    }

    String write() {
        var out = new StringBuilder(before);
        for (int i = 0; i < page.days().size(); i++) {
            if (i > 0) {
                out.append("\n      ");
            }
            day(out, page.days().get(i));
        }
        return out.append(after).toString();
    }

    private static void day(StringBuilder out, DayOfTimes day) {
        String date = escaped(day.date());
        out.append("<section class=\"day\" aria-labelledby=\"day-").append(date);
        out.append("\">\n        <header><h2 id=\"day-").append(date);
        out.append("\"><time datetime=\"").append(date).append("\">").append(escaped(day.heading()));
        out.append("</time></h2><p>").append(escaped(day.count()));
        out.append("</p></header>\n        <div class=\"parts\">");
        for (var part : day.parts()) {
            out.append("<div class=\"part\"><h3>")
                    .append(escaped(part.name()))
                    .append("</h3><div class=\"times\">\n    ");
            part.times().forEach(time -> time(out, time));
            out.append("\n  </div></div>");
        }
        out.append("</div>\n      ").append(LAST);
    }

    private static void time(StringBuilder out, TimeButton time) {
        out.append("\n      <button class=\"time\" name=\"slot\" value=\"").append(escaped(time.slot()));
        out.append("\" aria-label=\"").append(escaped(time.spoken()));
        out.append("\"><time datetime=\"").append(escaped(time.datetime()));
        out.append("\">").append(escaped(time.label()));
        out.append("</time><small>").append(escaped(time.note()));
        out.append("</small></button>\n      \n    ");
    }

    private static String escaped(@Nullable String text) {
        return HtmlEscape.escapeHtml4Xml(Objects.requireNonNull(text));
    }
}
