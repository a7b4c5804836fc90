package selfbooking.coreplus;

/** A call gave up waiting at the gate; nothing was sent. */
final class QueueTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueTooLong() {
        super("no turn at the gate in time");
    }
}
