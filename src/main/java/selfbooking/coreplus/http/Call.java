package selfbooking.coreplus.http;

import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.KeptBack;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.gate.NotSent;

/** One request: what it is for in plain words, its final address, and the JSON it carries if it writes. */
public record Call(String operation, String url, @Nullable String json, boolean claimsTime) {

    public static Call read(String operation, String url) {
        return new Call(operation, url, null, false);
    }

    public static Call write(String operation, String url, String json) {
        return new Call(operation, url, json, false);
    }

    /** A write that may be answered with "that time is taken". */
    public static Call claim(String operation, String url, String json) {
        return new Call(operation, url, json, true);
    }

    String method() {
        return writes() ? "POST" : "GET";
    }

    boolean writes() {
        return json != null;
    }

    public DiaryFailure failed(Kind kind, boolean unclear, @Nullable Throwable cause) {
        return new DiaryFailure(kind, unclear && writes(), keptBack(cause), sentence(kind), cause);
    }

    private static KeptBack keptBack(@Nullable Throwable cause) {
        if (!(cause instanceof NotSent notSent)) {
            return KeptBack.NOT;
        }
        return notSent.isCrowdedOut() ? KeptBack.CROWDED_OUT : KeptBack.HELD;
    }

    private String sentence(Kind kind) {
        return switch (kind) {
            case NOT_AUTHORISED -> "not authorised for " + operation;
            case INVALID_TOKEN -> "token not accepted for " + operation;
            case TAKEN -> "time not available for " + operation;
            case REFUSED -> "refused: " + operation;
            case TOO_MANY -> "too many calls for " + operation;
            case BLOCKED -> "not let in for " + operation;
            case UNREACHABLE -> "no answer to " + operation;
            case NOT_UNDERSTOOD -> "answer not understood: " + operation;
        };
    }
}
