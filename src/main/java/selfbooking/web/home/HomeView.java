package selfbooking.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.CheckedAt;
import selfbooking.web.parts.Choice;
import selfbooking.web.parts.Filter;
import selfbooking.web.parts.Page;
import selfbooking.web.parts.TimeButton;

/**
 * The clinic's first page.
 *
 * @param types appointment types, one of them current
 * @param filters location, where there is more than one
 * @param first null when nobody has a time
 * @param action where a time is sent to
 * @param people soonest first, those without times last
 * @param said the count for the live region, "5 practitioners, 3 with times"
 * @param unreachable the diary does not answer: what is shown is old and starts nothing
 */
public record HomeView(
        List<Choice> types,
        List<Filter> filters,
        @Nullable NameSearch search,
        List<String> notices,
        CheckedAt checked,
        @Nullable First first,
        String action,
        List<PersonCard> people,
        String said,
        boolean unreachable)
        implements Page {

    @Override
    public String heading() {
        return "Book an appointment";
    }

    /**
     * The soonest times with anyone.
     *
     * @param heading "First available: today, 3:40 pm"
     * @param detail "With Mei Lee at Harbour Street"
     */
    public record First(String heading, String detail, List<TimeButton> times, String allHref) {}

    /** A plain search by name, for clinics with many practitioners; {@code kept} are the other filters in force. */
    public record NameSearch(String action, String value, List<Kept> kept) {}

    /** A parameter that a search carries along. */
    public record Kept(String name, String value) {}
}
