package selfbooking.booking;

/** What a booking has come to. Patients read "booked" only in {@link #BOOKED}: when the diary has said so. */
public enum State {
    /** Being filled in; nothing has been sent to the diary. */
    DRAFT,
    /** Handed over by the patient; the diary has not answered yet. */
    SUBMITTING,
    /** Sent without a clear answer; the diary is being looked at. */
    UNKNOWN,
    BOOKED,
    /** The time went to someone else; everything typed is kept. */
    TAKEN,
    /** A person at the clinic has to sort it out. */
    CALL_CLINIC,
    /** Given up by the patient, or forgotten after its time. */
    ENDED;

    /** The states that may follow this one; the database holds the same pairs. */
    public boolean mayBecome(State next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTING || next == ENDED;
            case SUBMITTING -> next == BOOKED || next == TAKEN || next == UNKNOWN || next == CALL_CLINIC;
            case UNKNOWN -> next == BOOKED || next == TAKEN || next == SUBMITTING || next == CALL_CLINIC;
            case TAKEN -> next == DRAFT || next == ENDED;
            case CALL_CLINIC -> next == BOOKED;
            case BOOKED, ENDED -> false;
        };
    }

    /** Whether the patient can still change or give up what was chosen. */
    public boolean open() {
        return this == DRAFT || this == TAKEN;
    }

    /** Whether the diary is still being asked. */
    public boolean pending() {
        return this == SUBMITTING || this == UNKNOWN;
    }
}
