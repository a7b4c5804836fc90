package selfbooking.web;

import java.util.List;
import java.util.function.BiConsumer;

/** What every answer tells the browser about what it may do with it. */
final class Headers {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String NOTHING = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final boolean tls;

    /** With {@code tls} browsers are told to come by TLS only. */
    Headers(boolean tls) {
        this.tls = tls;
    }

    /** For any answer; a framable page loosens {@code Content-Security-Policy} afterwards. */
    void writeTo(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", CONTENT + "'none'");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Permissions-Policy", NOTHING);
        header.accept("Cache-Control", Route.Keeping.NO_STORE.header());
        if (tls) {
            header.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** The policy of a page that those sites may show in a frame. */
    static String framable(List<String> sites) {
        return CONTENT + String.join(" ", sites.isEmpty() ? List.of("'self'") : withSelf(sites));
    }

    private static List<String> withSelf(List<String> sites) {
        return List.of("'self'", String.join(" ", sites));
    }
}
