package selfbooking.web.cache;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import selfbooking.booking.Desk;
import selfbooking.web.WebServer;
import selfbooking.web.server.Delivery;
import selfbooking.web.server.PageBytes;
import selfbooking.web.server.RequestLog;
import selfbooking.web.server.Responder;
import selfbooking.web.server.Response;
import selfbooking.web.server.WaitingRoom;
import selfbooking.web.server.WebMetrics;

/**
 * Caches rendered pages that are the same for everyone. A page stays valid until what it shows has changed, by a version of the desk or by
 * the time. A cache hit asks neither the store nor the diary nor a template. Safe for many threads.
 */
public final class PageCache {

    private static final long MOST_BYTES = 16 << 20;
    /** Of an address with its query; our own links are half as long. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final int OVERHEAD = 500;

    /** All that the bytes depend on besides the desk and the time. */
    private record PageKey(String address, boolean ignored, boolean part) {}

    /** A page made under that version, and the first moment at which the page is stale. */
    private record Rendered(PageBytes body, Desk.Version version, Instant until) {}

    private final SingleFlightCache<PageKey, Rendered> pages;
    private final Responder responder;
    private final WebMetrics metrics;
    private final WaitingRoom room;
    private final Clock clock;
    private final boolean live;

    /** Counts hits, renderings and bytes in the metrics; with live templates no page stays valid. */
    public PageCache(WebServer.Wiring setup, Responder responder, WebMetrics metrics) {
        this.pages = new SingleFlightCache<>(MOST_BYTES, PageCache::weight, setup.room());
        this.responder = responder;
        this.metrics = metrics;
        this.room = setup.room();
        this.clock = setup.clock();
        this.live = setup.live();
        metrics.keeps(pages::weight);
    }

    private static int weight(PageKey key, Rendered page) {
        return OVERHEAD + 2 * key.address().length() + page.body().size();
    }

    /** Sends the page. The page is made only when no valid one is cached, by the thread of the first request that needs the page. */
    public void show(Context ctx, Desk desk, Response.Cacheable page) {
        if (isTooLong(ctx)) {
            responder.write(ctx, page.made().apply(clock.instant()).shown());
            return;
        }
        var key = new PageKey(page.address(), page.ignored(), Responder.part(ctx));
        var arrived = clock.instant();
        var known = desk.version();
        Predicate<Rendered> valid =
                cached -> !live && cached.version().knowsAllOf(known) && arrived.isBefore(cached.until());
        var cached = pages.cached(key, valid);
        if (cached != null) {
            send(ctx, cached, false);
            return;
        }
        Runnable make = () -> make(ctx, desk, page, key, valid);
        pages.underWay(key).ifPresentOrElse(underWay -> follow(ctx, underWay, valid, make), make);
    }

    private static boolean isTooLong(Context ctx) {
        var query = ctx.queryString();
        return ctx.path().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS;
    }

    /**
     * Another request makes the page: this one gives its thread back until the page is there. The page is accepted if it was valid at the
     * time at which this request arrived, as a cached page is; later changes do not matter to this request.
     */
    private void follow(Context ctx, CompletableFuture<Rendered> underWay, Predicate<Rendered> valid, Runnable make) {
        long end = room.endNanos();
        ctx.future(() -> underWay.handleAsync(
                (page, failed) -> {
                    RequestLog.enter(ctx);
                    if (failed != null) {
                        throw (CompletionException) failed;
                    }
                    if (valid.test(page)) {
                        send(ctx, page, false);
                    } else {
                        room.resume(end, make);
                    }
                    return page;
                },
                ctx.req().getAsyncContext()::start));
        RequestLog.leave();
    }

    private void make(Context ctx, Desk desk, Response.Cacheable page, PageKey key, Predicate<Rendered> valid) {
        var made = new AtomicBoolean();
        var framed = Responder.framed(ctx);
        var rendered = pages.get(key, valid, () -> {
            made.set(true);
            return render(desk, page, key.part(), framed);
        });
        send(ctx, rendered, made.get());
    }

    private void send(Context ctx, Rendered page, boolean made) {
        metrics.viewed(made);
        Delivery.send(Responder.page(ctx, 200), page.body());
    }

    /**
     * The version is read first, so that a change meanwhile makes the page stale. The answers of the diary that the page itself waited for
     * are no such change: the page says which version of the diary it has seen.
     */
    private Rendered render(Desk desk, Response.Cacheable page, boolean part, boolean framed) {
        var before = desk.version();
        var made = page.made().apply(clock.instant());
        var bytes = new PageBytes(responder.render(desk, made.shown(), part, framed));
        return new Rendered(bytes, before.withDiary(made.diaryVersion()), made.until());
    }
}
