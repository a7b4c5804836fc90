package selfbooking.web.page;

import java.util.List;

/**
 * The details form.
 *
 * @param timesHref the times page under this draft
 * @param action where the form goes
 */
public record DetailsView(
        Chosen chosen, HoldLine hold, String timesHref, String action, String releaseAction, DetailsFields fields)
        implements Page {

    @Override
    public String heading() {
        return "Your details";
    }

    @Override
    public boolean hasMistakes() {
        return !mistakes().isEmpty();
    }

    public List<Mistake> mistakes() {
        return fields.mistakes();
    }
}
