package selfbooking.web.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.HoldLine;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.Page;

/**
 * The answers before they are sent.
 *
 * @param back to the details
 * @param action where the one button sends {@code seen}
 * @param seen revision and time of the draft that this page shows
 * @param changed what is different from the page that was sent (an old tab); empty otherwise
 */
public record CheckView(
        HoldLine hold, Link back, List<Answer> answers, String action, String seen, List<String> changed)
        implements Page {

    @Override
    public String heading() {
        return "Check your booking, then confirm it";
    }

    /**
     * One line.
     *
     * @param text null for "Not provided"
     * @param changeHref null where there is nothing to change
     * @param changeWhat the hidden words after "Change": "date and time"; unique on the page
     */
    public record Answer(
            String label,
            @Nullable String text,
            @Nullable String changeHref,
            @Nullable String changeWhat) {}
}
