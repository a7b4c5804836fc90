package selfbooking.coreplus;

/** A call was kept back: no turn at the gate in time, or the server is known to be down, or it is too late. Nothing was sent. */
final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSent(String why) {
        super(why);
    }
}
