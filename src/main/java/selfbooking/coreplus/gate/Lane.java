package selfbooking.coreplus.gate;

/** What a call is made for; at the gate an earlier lane goes before a later one (API notes, section 2.5). */
public enum Lane {
    /** A patient's booking on its way into the diary. */
    SUBMIT(Gate.CALLS_A_SECOND),
    /** Looking whether a booking or a time is really there. */
    VERIFY(Gate.CALLS_A_SECOND),
    /** A patient waits for a page. */
    LOOKING(7),
    /** Nobody waits: what is kept is made fresh. */
    BACKGROUND(2);

    private final int share;

    Lane(int share) {
        this.share = share;
    }

    /** The most permits that this lane and the later ones may hold together. */
    int share() {
        return share;
    }
}
