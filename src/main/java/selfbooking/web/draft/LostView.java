package selfbooking.web.draft;

import java.util.List;
import selfbooking.web.parts.Page;
import selfbooking.web.parts.TimeButton;

/**
 * The time cannot be had: found out at the tap (409), or after sending (the outcome "taken").
 *
 * @param story what happened, in a sentence
 * @param kept a draft exists: nothing that was sent is lost
 * @param typed the details form as it came along, not yet kept: a tap brings it back
 * @param groups the nearest times with the same practitioner, the same time with others; empty ones left out
 * @param action where a time is sent to: new bookings, or the draft's swap
 * @param timesHref all other times
 */
public record LostView(
        String story, boolean kept, List<Typed> typed, List<Group> groups, String action, String timesHref)
        implements Page {

    /** Times under a heading: "Nearest times with Mei Lee". */
    public record Group(String heading, List<TimeButton> times) {}

    /** One value of a form, sent again unseen. */
    public record Typed(String name, String value) {}

    /** Whether a tap goes straight on to check. */
    public boolean checkNext() {
        return kept && typed.isEmpty();
    }

    @Override
    public String heading() {
        return "That time has just gone";
    }
}
