package selfbooking.web.cache;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * Pages that are the same for everyone, rendered once and kept as bytes until what they show has changed: by a version of the desk, or
 * by the time. A hit asks neither the store nor the diary nor a template.
 */
public final class PageCache {

    private static final long MOST_BYTES = 16 << 20;
    /** Of an address with its query; our own links are half as long. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final int OVERHEAD = 500;

    /** All that the bytes depend on besides the desk and the time. */
    private record Address(String path, @Nullable String query, boolean part) {

        int length() {
            return path.length() + (query == null ? 0 : query.length());
        }
    }

    /** A page made under that version, and the first moment at which it is old. */
    private record Rendered(PageBytes body, Desk.Version version, Instant until) {}

    private final SingleFlightCache<Address, Rendered> pages;
    private final Responder writing;
    private final WebMetrics traffic;
    private final WaitingRoom room;
    private final Clock clock;
    private final boolean live;

    public PageCache(WebServer.Setup setup, Responder writing, WebMetrics traffic) {
        this.pages = new SingleFlightCache<>(MOST_BYTES, PageCache::weight, setup.room());
        this.writing = writing;
        this.traffic = traffic;
        this.room = setup.room();
        this.clock = setup.clock();
        this.live = setup.live();
        traffic.keeps(pages::weight);
    }

    private static int weight(Address address, Rendered page) {
        return OVERHEAD + 2 * address.length() + page.body().size();
    }

    /** Sends the page; {@code handling} is asked only when none is kept, and in the thread of the first who needs it. */
    public void show(Context ctx, Desk desk, Supplier<Response> handling) {
        var address = new Address(ctx.path(), ctx.queryString(), Responder.part(ctx));
        if (address.length() > LONGEST_ADDRESS) {
            writing.write(ctx, handling.get());
            return;
        }
        var came = clock.instant();
        var known = desk.version();
        Predicate<Rendered> good = page -> !live && page.version().knowsAllOf(known) && came.isBefore(page.until());
        var kept = pages.kept(address, good);
        if (kept != null) {
            send(ctx, kept, false);
            return;
        }
        Runnable anew = () -> make(ctx, desk, handling, address, good);
        pages.underWay(address).ifPresentOrElse(underWay -> follow(ctx, underWay, good, anew), anew);
    }

    /**
     * Another request makes the page: this one leaves its thread to others until it is there. Good is what was still so when this request
     * came, as for a kept page: what changed while both waited does not matter.
     */
    private void follow(Context ctx, CompletableFuture<Rendered> underWay, Predicate<Rendered> good, Runnable anew) {
        long end = room.endNanos();
        ctx.future(() -> underWay.handleAsync(
                (page, failed) -> {
                    RequestLog.enter(ctx);
                    if (failed != null) {
                        throw (CompletionException) failed;
                    }
                    if (good.test(page)) {
                        send(ctx, page, false);
                    } else {
                        room.resume(end, anew);
                    }
                    return page;
                },
                ctx.req().getAsyncContext()::start));
        RequestLog.leave();
    }

    private void make(Context ctx, Desk desk, Supplier<Response> handling, Address address, Predicate<Rendered> good) {
        var made = new AtomicBoolean();
        var page = pages.get(address, good, () -> {
            made.set(true);
            return rendered(desk, handling, address.part());
        });
        send(ctx, page, made.get());
    }

    private void send(Context ctx, Rendered page, boolean made) {
        traffic.viewed(made);
        Delivery.send(Responder.page(ctx, 200), page.body());
    }

    /**
     * The version is read first, so that a change meanwhile makes the page stale. Only the answers of the diary that the handler itself
     * waited for do not: the handler says which version of the diary it has seen.
     */
    private Rendered rendered(Desk desk, Supplier<Response> handling, boolean part) {
        var before = desk.version();
        var page = (Response.Lasting) handling.get();
        var version = before.withDiary(page.diaryVersion());
        return new Rendered(new PageBytes(writing.render(desk, page.shown(), part)), version, page.until());
    }
}
