package selfbooking.web.server;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Booking;
import selfbooking.booking.Desk;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.Parameters;

/** One request to one clinic's desk, as handlers read it. Used by one thread. */
public final class Request {

    public static final int FORM_LIMIT = 64 * 1024;

    private final Context ctx;
    private final @Nullable Desk desk;
    private final TrustedProxies proxies;
    private final Instant now;

    public Request(Context ctx, @Nullable Desk desk, TrustedProxies proxies, Instant now) {
        this.ctx = ctx;
        this.desk = desk;
        this.proxies = proxies;
        this.now = now;
    }

    public Desk desk() {
        if (desk == null) {
            throw new NotFoundResponse();
        }
        return desk;
    }

    public PageAddresses addresses() {
        return addresses(desk());
    }

    /** As {@link #addresses()}, of another clinic; they say on that the journey is in a frame. */
    PageAddresses addresses(Desk of) {
        return new PageAddresses(of.clinic().slug(), Responder.framed(ctx));
    }

    /** The same request, answered at that moment. */
    public Request at(Instant moment) {
        return new Request(ctx, desk, proxies, moment);
    }

    public Instant now() {
        return now;
    }

    /** The part of the path that the route calls so. */
    String part(String name) {
        return ctx.pathParam(name);
    }

    /** The draft's or booking's key; only what could be one ever goes back into an address. */
    public String key() {
        String key = ctx.pathParam("key");
        if (!key.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new NotFoundResponse();
        }
        return key;
    }

    /** What the key in the path opens. */
    public Booking booking() {
        return desk().bookings().find(key()).orElseThrow(NotFoundResponse::new);
    }

    /** What the caller shows to be let in; empty when that is nothing. */
    String authorization() {
        return Objects.requireNonNullElse(ctx.header("Authorization"), "");
    }

    public Parameters query() {
        return Parameters.parse(ctx.queryString());
    }

    /** The patient's network address, as far as it can be known. */
    public InetAddress from() {
        return proxies.patient(ctx.ip(), Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
    }

    /** The form of a POST; can be read once. Anything but a plain form has no fields. */
    public Parameters form() {
        String type = ctx.contentType();
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return Parameters.parse(null);
        }
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(FORM_LIMIT + 1);
            if (body.length > FORM_LIMIT) {
                throw new ContentTooLargeResponse();
            }
            return Parameters.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
