package selfbooking.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Gives each request an id, a line in the log and a place in the figures: its route, never its address, which may hold a key. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String HEADER = "X-Request-ID";
    private static final String ID = "request_id";

    private final SecureRandom random = new SecureRandom();
    private final Traffic traffic;

    RequestLog(Traffic traffic) {
        this.traffic = traffic;
    }

    void begin(Context ctx) {
        String id = Optional.ofNullable(ctx.header(HEADER))
                .filter(sent -> sent.matches("[A-Za-z0-9._-]{1,64}"))
                .orElseGet(this::made);
        ctx.attribute(ID, id);
        ctx.header(HEADER, id);
        MDC.put(ID, id);
    }

    void end(Context ctx, Float millis) {
        LOG.info("{} {} {} {} ms", ctx.method().name(), template(ctx), ctx.statusCode(), Math.round(millis));
        traffic.answered(ctx.method().name(), template(ctx), ctx.statusCode(), Duration.ofNanos((long) (millis * 1e6)));
        MDC.clear();
    }

    static String id(Context ctx) {
        return Optional.ofNullable(ctx.<String>attribute(ID)).orElse("");
    }

    static String template(Context ctx) {
        return Optional.ofNullable(ctx.<Route>attribute(Writing.ROUTE))
                .map(Route::path)
                .orElse("(no route)");
    }

    private String made() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
