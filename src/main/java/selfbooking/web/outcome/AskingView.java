package selfbooking.web.outcome;

import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.Page;

/** Sent, and the diary has not answered yet. {@code refreshHref} is the outcome's own address. */
public record AskingView(Chosen chosen, String reference, String refreshHref) implements Page {

    @Override
    public String heading() {
        return "We are still asking the clinic";
    }
}
