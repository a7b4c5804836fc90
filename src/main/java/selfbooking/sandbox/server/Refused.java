package selfbooking.sandbox.server;

/** Ends a call with a status and one reason in the {@code result} array (API notes, section 3.1). */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    public Refused(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    public static Refused invalid(String reason) {
        return new Refused(400, reason);
    }

    public static Refused unknown(String what) {
        return new Refused(404, what + " not found");
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
