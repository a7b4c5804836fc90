package selfbooking.web.times;

import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.CheckedAt;
import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.Filter;
import selfbooking.web.parts.HoldLine;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.Page;

/**
 * The next dates that have times; with {@code own} the same page under a draft, where a tap swaps.
 *
 * @param heading "Times with Mei Lee", "Choose another time"
 * @param summary what is looked for: "Standard visit, 30 minutes · Harbour Street · Sydney time"
 * @param notices such as "We could not find that practitioner, so times with anyone are shown"
 * @param nothing said instead of days when there are none; null otherwise
 * @param action where a time is sent to: new bookings, or the draft's swap
 * @param own the draft's time, and {@code hold} how long it is kept; null before a draft
 * @param said the count for the live region, "12 times found"
 */
public record TimesView(
        String heading,
        String summary,
        Link back,
        List<Filter> filters,
        List<String> notices,
        CheckedAt checked,
        List<DayOfTimes> days,
        @Nullable String nothing,
        @Nullable Link earlier,
        @Nullable Link later,
        String action,
        @Nullable Own own,
        String said,
        boolean unreachable)
        implements Page {

    /** What a draft adds: its time, its hold, and the way out ("I don't want an appointment now"). */
    public record Own(Chosen chosen, HoldLine hold, String releaseAction) {}
}
