package selfbooking.web.times;

import java.util.List;
import selfbooking.web.parts.TimeButton;

/**
 * A date that has times.
 *
 * @param heading "Today, Monday 23 November"
 * @param date ISO date, unique on its page
 * @param count "3 times"
 */
public record DayOfTimes(String heading, String date, String count, List<Part> parts) {

    /** Morning, afternoon or evening of a day; parts without times are left out. */
    public record Part(String name, List<TimeButton> times) {}
}
