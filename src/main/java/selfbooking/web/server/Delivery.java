package selfbooking.web.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** Sends ready bytes past the server's own compression: gzipped to whoever takes that, and nothing to whoever has them already. */
public final class Delivery {

    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    private Delivery() {}

    /** Headers that belong to the address, {@code Vary} among them, are set before. */
    public static void send(Context ctx, PageBytes body) {
        boolean zipped = takesGzip(ctx.header("Accept-Encoding"));
        String tag = zipped ? body.gzippedTag() : body.tag();
        ctx.header("ETag", tag);
        try {
            if (names(ctx.header("If-None-Match"), tag)) {
                unchanged(ctx);
            } else {
                write(ctx, zipped ? GZIP : null, zipped ? body.gzipped() : body.bytes());
            }
        } catch (IOException gone) {
            // whoever asked has hung up
        }
    }

    /** Sent by hand, or the server would say that the page is empty. */
    private static void unchanged(Context ctx) throws IOException {
        ctx.status(304);
        ctx.res().setContentType(null);
        ctx.res().flushBuffer();
    }

    private static void write(Context ctx, @Nullable HttpField coding, byte[] bytes) throws IOException {
        if (coding != null) {
            Headers.set(ctx, coding);
        }
        ctx.res().setContentLength(bytes.length);
        if (!ctx.method().equals(HandlerType.HEAD)) {
            ctx.res().getOutputStream().write(bytes);
        }
    }

    /** Whether an {@code Accept-Encoding} allows gzip by name or by {@code *}; a weight that cannot be read allows nothing. */
    static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        boolean any = false;
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            int end = coding.indexOf(';');
            String name = (end < 0 ? coding : coding.substring(0, end)).strip();
            boolean allowed = end < 0 || weight(coding.substring(end + 1)) > 0;
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return allowed;
            }
            any |= name.equals("*") && allowed;
        }
        return any;
    }

    private static double weight(String parameter) {
        String text = parameter.strip().replaceFirst("^q\\s*=\\s*", "");
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
    }

    /** Whether an {@code If-None-Match} names the tag, weakly compared, or any. */
    static boolean names(@Nullable String known, String tag) {
        if (known == null) {
            return false;
        }
        for (String one : known.split(",", -1)) {
            String stripped = one.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
