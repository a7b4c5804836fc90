package selfbooking.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Desk;
import selfbooking.web.cache.PageCache;
import selfbooking.web.server.Headers;
import selfbooking.web.server.Request;
import selfbooking.web.server.Responder;
import selfbooking.web.server.Response;
import selfbooking.web.server.Route;
import selfbooking.web.server.TrustedProxies;
import selfbooking.web.server.WaitingRoom;
import selfbooking.web.server.WebMetrics;

/** Runs a route: finds the clinic, turns strangers' forms away, lets the page decide, and has the answer written. */
final class Dispatcher {

    private final Map<String, Desk> desks;
    private final Map<Desk, HttpField> framing;
    private final Responder writing;
    private final PageCache pages;
    private final WaitingRoom room;
    private final TrustedProxies proxies;
    private final Clock clock;
    private final @Nullable URI baseUrl;

    Dispatcher(WebServer.Wiring setup, Responder writing, WebMetrics traffic) {
        this.desks = setup.desks().stream()
                .collect(Collectors.toUnmodifiableMap(desk -> desk.clinic().slug(), desk -> desk));
        this.framing = setup.desks().stream()
                .collect(Collectors.toUnmodifiableMap(
                        desk -> desk, desk -> Headers.framable(desk.clinic().frameSites())));
        this.writing = writing;
        this.pages = new PageCache(setup, writing, traffic);
        this.room = setup.room();
        this.proxies = setup.trustedProxies();
        this.clock = setup.clock();
        this.baseUrl = setup.baseUrl();
    }

    void run(Context ctx, Route route) {
        ctx.attribute(Responder.ROUTE, route);
        Desk desk = desk(ctx);
        ctx.attribute(Responder.DESK, desk);
        if (desk != null && route.framing() == Route.Framing.FRAMABLE) {
            Headers.set(ctx, Objects.requireNonNull(framing.get(desk)));
        }
        if (ctx.method().equals(HandlerType.POST) && foreign(ctx)) {
            throw new ForbiddenResponse();
        }
        room.serve(() -> answer(ctx, route, desk));
    }

    private void answer(Context ctx, Route route, @Nullable Desk desk) {
        Response response = route.handling().answer(new Request(ctx, desk, proxies, clock.instant()));
        if (desk != null && response instanceof Response.Cacheable page) {
            pages.show(ctx, desk, page);
        } else {
            writing.write(ctx, response);
        }
    }

    private @Nullable Desk desk(Context ctx) {
        return Optional.ofNullable(ctx.pathParamMap().get("clinic"))
                .map(desks::get)
                .orElse(null);
    }

    /** A form of another site says so in its Origin; "null" or none says nothing about where it comes from. */
    private boolean foreign(Context ctx) {
        String authority = authority(ctx.header("Origin"));
        String ours = baseUrl == null ? null : authority(baseUrl.toString());
        return authority != null && !authority.equalsIgnoreCase(ctx.header("Host")) && !authority.equals(ours);
    }

    private static @Nullable String authority(@Nullable String origin) {
        try {
            String authority = origin == null ? null : URI.create(origin).getRawAuthority();
            return authority == null ? null : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noOrigin) {
            return null;
        }
    }
}
