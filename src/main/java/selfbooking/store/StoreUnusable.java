package selfbooking.store;

/** The database cannot be opened. The message is one line for the operator and holds no password. */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
