package selfbooking.web.server;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import selfbooking.booking.LogContext;

/**
 * Gives each request an id, a place in the figures and, unless nothing happened in it, a line in the log: its route, never its address,
 * which may hold a key.
 */
public final class RequestLog implements HttpConfiguration.Customizer {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String HEADER = "X-Request-ID";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final float SLOW_MILLIS = 1_000;

    /** Ids name requests and open nothing: they only have to differ, between starts too. */
    private final AtomicLong made = new AtomicLong(new SecureRandom().nextLong());

    private final WebMetrics traffic;

    public RequestLog(WebMetrics traffic) {
        this.traffic = traffic;
    }

    /** The request begins, in the thread that goes on with it. */
    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        String sent = request.getHeaders().get(HEADER);
        String id = sent != null && SANE.matcher(sent).matches()
                ? sent
                : HexFormat.of().toHexDigits(made.getAndIncrement());
        request.setAttribute(LogContext.REQUEST, id);
        answer.add(HEADER, id);
        MDC.put(LogContext.REQUEST, id);
        return request;
    }

    /** What this thread logs from now on is of that request. */
    public static void enter(Context ctx) {
        MDC.put(LogContext.REQUEST, id(ctx));
    }

    /** The request goes on in another thread. */
    public static void leave() {
        MDC.clear();
    }

    public void end(Context ctx, Float millis) {
        String method = ctx.method().name();
        String route = template(ctx);
        int status = ctx.statusCode();
        LOG.atLevel(level(method, status, millis)).log("{} {} {} {} ms", method, route, status, Math.round(millis));
        traffic.answered(method, route, status, Duration.ofNanos((long) (millis * 1e6)));
        leave();
    }

    /** A page that is simply shown is no event: such lines would hide the others, and cost as much as the page. */
    private static Level level(String method, int status, float millis) {
        return !method.equals("POST") && status < 400 && millis < SLOW_MILLIS ? Level.DEBUG : Level.INFO;
    }

    static String id(Context ctx) {
        return Optional.ofNullable(ctx.<String>attribute(LogContext.REQUEST)).orElse("");
    }

    static String template(Context ctx) {
        return Optional.ofNullable(ctx.<Route>attribute(Responder.ROUTE))
                .map(Route::path)
                .orElse("(no route)");
    }
}
