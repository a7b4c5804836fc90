package selfbooking.web.draft;

import java.util.List;
import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.FieldMistake;
import selfbooking.web.parts.HoldLine;
import selfbooking.web.parts.Page;

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

    public List<FieldMistake> mistakes() {
        return fields.mistakes();
    }
}
