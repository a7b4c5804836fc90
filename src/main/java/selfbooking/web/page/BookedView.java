package selfbooking.web.page;

/** The diary has the appointment. {@code reference} is grouped for reading out, "K7-42QX". */
public record BookedView(String reference, Chosen chosen, String homeHref) implements Page {

    @Override
    public String heading() {
        return "Your appointment is booked";
    }
}
