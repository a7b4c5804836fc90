package selfbooking.web.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What answers tell the browser about what it may do with them, encoded once. */
public final class Headers implements HttpConfiguration.Customizer {

    private static final String POLICY = "Content-Security-Policy";
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String NOTHING = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private static final Map<Route.Keeping, HttpField> KEEPING = Arrays.stream(Route.Keeping.values())
            .collect(Collectors.toUnmodifiableMap(
                    keeping -> keeping, keeping -> new PreEncodedHttpField("Cache-Control", keeping.header())));

    private final List<HttpField> fields = new ArrayList<>();

    /** With {@code tls} browsers are told to come by TLS only. */
    public Headers(boolean tls) {
        add(POLICY, CONTENT + "'none'");
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
        fields.forEach(answer::add);
        return request;
    }

    void writeTo(HttpFields.Mutable answer) {
        fields.forEach(answer::put);
    }

    /** What browsers and proxies may keep of it. */
    static void keep(Context ctx, Route.Keeping keeping) {
        set(ctx, Objects.requireNonNull(KEEPING.get(keeping)));
    }

    /** In place of what stands there under that name. A value that is given as text is encoded anew for each answer. */
    public static void set(Context ctx, HttpField field) {
        ServletContextResponse.getServletContextResponse(ctx.res()).getHeaders().put(field);
    }

    /** The policy of a page that those sites may show in a frame. */
    public static HttpField framable(List<String> sites) {
        return new PreEncodedHttpField(
                POLICY, CONTENT + String.join(" ", sites.isEmpty() ? List.of("'self'") : withSelf(sites)));
    }

    private static List<String> withSelf(List<String> sites) {
        return List.of("'self'", String.join(" ", sites));
    }
}
