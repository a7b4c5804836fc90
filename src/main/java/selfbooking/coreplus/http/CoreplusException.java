package selfbooking.coreplus.http;

import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.gate.NotSent;

/**
 * A call to coreplus that did not do what it was asked.
 *
 * <p>The message names the operation and what failed, never a token, a secret or a patient.
 */
public final class CoreplusException extends RuntimeException {

    /** What went wrong, as far as the answer tells (API notes, section 3.1). */
    public enum Kind {
        /** The application lacks the permission, or it was added after enabling. */
        NOT_AUTHORISED,
        /** Wrong secret, consumer, access token or clock. */
        INVALID_TOKEN,
        /** The time is no longer available. */
        TAKEN,
        /** The server understood and said no: an unknown id or a wrong field. */
        REFUSED,
        /** Over ten calls a second: the server said so, or the gate kept the call back. */
        TOO_MANY,
        /** The user agent or the address is not let in. */
        BLOCKED,
        /** No answer in time, no connection, or a server error. */
        UNREACHABLE,
        /** An answer that is not what the API promises. */
        NOT_UNDERSTOOD
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean unclear;

    CoreplusException(Kind kind, boolean unclear, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.unclear = unclear;
    }

    CoreplusException(Kind kind, String message) {
        this(kind, false, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** False if the call, or its last try, was kept back here: by the gate, because coreplus is down, or because it was too late. */
    boolean asked() {
        return !(getCause() instanceof NotSent);
    }

    /** True if it was kept back for want of a turn among our own calls: that says nothing of the server. */
    public boolean crowdedOut() {
        return getCause() instanceof NotSent kept && kept.isCrowdedOut();
    }

    /** True if a write may have been done all the same; false if it surely was not, and for every read. */
    public boolean unclear() {
        return unclear;
    }
}
