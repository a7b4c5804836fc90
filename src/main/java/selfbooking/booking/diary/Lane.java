package selfbooking.booking.diary;

/** What a call to the diary is made for. An earlier lane goes before a later one (API notes, section 2.5). */
public enum Lane {
    /** A patient's booking on its way into the diary. */
    SUBMIT,
    /** Looking whether a booking or a time is really there. */
    VERIFY,
    /** A patient waits for a page. */
    LOOKING,
    /** Nobody waits: a stale answer is refreshed. */
    BACKGROUND
}
