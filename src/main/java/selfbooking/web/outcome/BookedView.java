package selfbooking.web.outcome;

import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.Page;

/** The diary has the appointment. {@code reference} is grouped for reading out, "K7-42QX". */
public record BookedView(String reference, Chosen chosen, String homeHref) implements Page {

    @Override
    public String heading() {
        return "Your appointment is booked";
    }
}
