package selfbooking.coreplus.gate;

/** A call was kept back: no turn at the gate in time, or the server wants none or is down, or it is too late. Nothing was sent. */
public final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean crowdedOut;

    public NotSent(String why) {
        this(why, false);
    }

    private NotSent(String why, boolean crowdedOut) {
        super(why);
        this.crowdedOut = crowdedOut;
    }

    /** For want of a turn among our own calls. */
    static NotSent crowdedOut() {
        return new NotSent("no turn at the gate in time", true);
    }

    public boolean isCrowdedOut() {
        return crowdedOut;
    }
}
