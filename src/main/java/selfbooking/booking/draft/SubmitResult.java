package selfbooking.booking.draft;

/** What came of pressing the last button. Sending the same form again gives the same answer and does nothing more. */
public enum SubmitResult {
    /** It is on its way, or was before; the outcome page tells the rest. */
    SENT,
    /** No booking has that key. */
    NOT_FOUND,
    /** The booking is not what that form showed. */
    CHANGED,
    /** Details are missing. */
    INCOMPLETE,
    /** The hold had ended and the time is not free any more. */
    LOST
}
