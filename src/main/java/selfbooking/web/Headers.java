package selfbooking.web;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What every answer tells the browser about what it may do with it; encoded once, since every answer has it. */
final class Headers implements HttpConfiguration.Customizer {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String NOTHING = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final List<HttpField> fields = new ArrayList<>();

    /** With {@code tls} browsers are told to come by TLS only. */
    Headers(boolean tls) {
        add("Content-Security-Policy", CONTENT + "'none'");
        add("Referrer-Policy", "no-referrer");
        add("X-Content-Type-Options", "nosniff");
        add("Cross-Origin-Opener-Policy", "same-origin");
        add("Permissions-Policy", NOTHING);
        add("Cache-Control", Route.Keeping.NO_STORE.header());
        if (tls) {
            add("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private void add(String name, String value) {
        fields.add(new PreEncodedHttpField(name, value));
    }

    /** Before anybody answers; a framable page loosens {@code Content-Security-Policy} afterwards. */
    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        writeTo(answer);
        return request;
    }

    void writeTo(HttpFields.Mutable answer) {
        fields.forEach(answer::put);
    }

    /** The policy of a page that those sites may show in a frame. */
    static String framable(List<String> sites) {
        return CONTENT + String.join(" ", sites.isEmpty() ? List.of("'self'") : withSelf(sites));
    }

    private static List<String> withSelf(List<String> sites) {
        return List.of("'self'", String.join(" ", sites));
    }
}
