package selfbooking.coreplus;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came back: the body as text (null if it broke off) and the server's own time if it told. */
record Answer(
        int status,
        String contentType,
        @Nullable Instant date,
        @Nullable String text) {

    boolean isPage() {
        return contentType.toLowerCase(Locale.ROOT).contains("html")
                || (text != null && text.stripLeading().startsWith("<"));
    }
}
