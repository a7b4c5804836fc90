package selfbooking.coreplus.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came back: the body as text (null if it broke off), the server's own time if it told, and for how long it wants
 * quiet if it said so.
 */
record ApiResponse(
        int status,
        String contentType,
        @Nullable Instant date,
        @Nullable Duration retryAfter,
        @Nullable String text) {

    static final int TOO_MANY = 429;

    boolean isPage() {
        return contentType.toLowerCase(Locale.ROOT).contains("html")
                || (text != null && text.stripLeading().startsWith("<"));
    }
}
