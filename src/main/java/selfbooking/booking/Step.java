package selfbooking.booking;

import java.util.Locale;

/** What happens on the way of a booking into the diary: each is one call or one transaction, with a fault point on either side. */
public enum Step {
    HAND_OVER,
    CLAIM,
    SEARCH_CLIENTS,
    CREATING_CLIENT,
    CREATE_CLIENT,
    CLIENT_NOT_CREATED,
    SENDING,
    BOOK,
    NOT_SENT,
    UNCLEAR,
    LIST_APPOINTMENTS,
    READ_APPOINTMENT,
    LOOK_AGAIN,
    BOOKED,
    TAKEN,
    CALL_CLINIC;

    /** As it stands in the names of its fault points. */
    public String spelt() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
