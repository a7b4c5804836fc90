package selfbooking.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.TimeButton;

/**
 * A practitioner on the home page with the next times.
 *
 * @param places "Harbour Street and Glebe"
 * @param day the date of the times, "Tomorrow, Tuesday 24 November"; null without times
 * @param waiting what this practitioner costs in waiting, "2 days after the first available"; null for no difference
 * @param times the next ones; those on another date than {@code day} say so in their note
 * @param nothing why there are no times, in words, "No times in the next 4 weeks"; null when there are
 */
public record PersonCard(
        String name,
        String places,
        @Nullable String day,
        @Nullable String waiting,
        List<TimeButton> times,
        String allHref,
        @Nullable String nothing) {

    /** First letters of the first and last words of the name. */
    public String initials() {
        String whole = name.strip();
        String last = whole.substring(whole.lastIndexOf(' ') + 1);
        return last.equals(whole) ? first(whole) : first(whole) + first(last);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
