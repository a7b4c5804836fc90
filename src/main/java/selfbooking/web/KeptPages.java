package selfbooking.web;

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
import selfbooking.booking.diary.Shared;
import selfbooking.booking.diary.WaitingRoom;
import selfbooking.web.page.Body;

/**
 * Pages that are the same for everyone, rendered once and kept as bytes until what they show has changed: by a version of the desk, or
 * by the time. A hit asks neither the store nor the diary nor a template.
 */
final class KeptPages {

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

    /** A page made under that version, when its making began ({@link System#nanoTime}), and the first moment at which it is old. */
    private record Rendered(Body body, Desk.Version version, long beganNanos, Instant until) {}

    private final Shared<Address, Rendered> pages;
    private final Writing writing;
    private final Traffic traffic;
    private final WaitingRoom room;
    private final Clock clock;
    private final boolean live;

    KeptPages(WebServer.Setup setup, Writing writing, Traffic traffic) {
        this.pages = new Shared<>(MOST_BYTES, KeptPages::weight, setup.room());
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
    void show(Context ctx, Desk desk, Supplier<Answer> handling) {
        var address = new Address(ctx.path(), ctx.queryString(), Writing.part(ctx));
        if (address.length() > LONGEST_ADDRESS) {
            writing.write(ctx, handling.get());
            return;
        }
        Predicate<Rendered> good = goodFor(System.nanoTime(), desk);
        var kept = pages.kept(address, good);
        if (kept != null) {
            send(ctx, kept, false);
            return;
        }
        pages.underWay(address)
                .ifPresentOrElse(
                        making -> follow(ctx, making, () -> make(ctx, desk, handling, address, good)),
                        () -> make(ctx, desk, handling, address, good));
    }

    /** Another request makes the page: this one leaves its thread to others until it is there, and looks again then. */
    private void follow(Context ctx, CompletableFuture<Rendered> making, Runnable goingOn) {
        long end = room.endNanos();
        ctx.future(() -> making.handleAsync(
                (page, failed) -> {
                    RequestLog.enter(ctx);
                    if (failed != null) {
                        throw (CompletionException) failed;
                    }
                    room.resume(end, goingOn);
                    return page;
                },
                ctx.req().getAsyncContext()::start));
        RequestLog.leave();
    }

    private void make(Context ctx, Desk desk, Supplier<Answer> handling, Address address, Predicate<Rendered> good) {
        var made = new AtomicBoolean();
        var page = pages.get(address, good, () -> {
            made.set(true);
            return rendered(desk, handling, address.part());
        });
        send(ctx, page, made.get());
    }

    private void send(Context ctx, Rendered page, boolean made) {
        traffic.viewed(made);
        Delivery.send(Writing.page(ctx, 200), page.body());
    }

    /** That nothing has changed since, or its making began after the request arrived. Templates that are live are read anew each time. */
    private Predicate<Rendered> goodFor(long arrivedNanos, Desk desk) {
        return page -> !live
                && (page.version().equals(desk.version()) || page.beganNanos() - arrivedNanos >= 0)
                && clock.instant().isBefore(page.until());
    }

    /** What the first look had to wait for has changed the version: the second is quick, and stays good. */
    private Rendered rendered(Desk desk, Supplier<Answer> handling, boolean part) {
        long began = System.nanoTime();
        var version = desk.version();
        var answer = handling.get();
        var since = desk.version();
        if (!since.equals(version)) {
            version = since;
            answer = handling.get();
        }
        var lasting = (Answer.Lasting) answer;
        return new Rendered(new Body(writing.render(desk, lasting.shown(), part)), version, began, lasting.until());
    }
}
