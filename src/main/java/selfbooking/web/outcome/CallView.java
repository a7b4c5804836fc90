package selfbooking.web.outcome;

import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.Page;

/** Only the clinic can tell what became of it, so the patient is asked to ring. */
public record CallView(Chosen chosen, String reference) implements Page {

    @Override
    public String heading() {
        return "Call the clinic";
    }
}
