package selfbooking.booking.diary;

import org.jspecify.annotations.Nullable;

/**
 * A call to the diary that did not do what was asked.
 *
 * <p>The message names the operation and what failed, never a token, a secret or a patient.
 */
public final class DiaryFailure extends RuntimeException {

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

    /** Why a call never left this installation. */
    public enum KeptBack {
        /** The call left. */
        NOT,
        /** No turn came among our own calls: that says nothing of the diary. */
        CROWDED_OUT,
        /** The diary is known to be down, wants no calls now, or the call came too late. */
        HELD
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean unclear;
    private final KeptBack keptBack;

    /**
     * Says what failed.
     *
     * @param message names the operation, never a token, a secret or a patient
     */
    public DiaryFailure(Kind kind, boolean unclear, KeptBack keptBack, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.unclear = unclear;
        this.keptBack = keptBack;
    }

    public Kind kind() {
        return kind;
    }

    /** False if the call, or its last try, was kept back here. */
    public boolean asked() {
        return keptBack == KeptBack.NOT;
    }

    /** True if the call was kept back for want of a turn among our own calls: that says nothing of the diary. */
    public boolean crowdedOut() {
        return keptBack == KeptBack.CROWDED_OUT;
    }

    /** True if a write may have been done all the same; false if it surely was not, and for every read. */
    public boolean unclear() {
        return unclear;
    }
}
