package selfbooking.web.server;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import selfbooking.web.parts.Page;
import selfbooking.web.parts.View;

/** What a handler decided. Headers follow from its route, not from here. */
public sealed interface Response {

    /** A page, or only the part of it that htmx asked for. */
    record Shown(int status, View view, Page page) implements Response {}

    /**
     * A page that is the same for everyone, and made only when none is cached.
     *
     * @param address the page's own, without what no page knows; the page is made from it, the desk and the time alone
     * @param ignored whether the page says that more was asked for
     * @param made makes the page at a moment
     */
    record Cacheable(String address, boolean ignored, Function<Instant, Lasting> made) implements Response {}

    /** The same page for everyone who asks before that moment, until the desk has another version than the diary was read under. */
    record Lasting(Shown shown, Instant until, long diaryVersion) {}

    /** A page that says why not now, and in how long it may be. */
    record Later(Shown shown, Duration after) implements Response {}

    /** Go on there with a GET. */
    record SeeOther(String address) implements Response {}

    /** For machines. */
    record Json(int status, String text) implements Response {}

    /** For machines that want neither JSON nor HTML. */
    record Text(String type, String text) implements Response {}

    /** A file that pages load; under the hash of an older one it must not be kept for good. */
    record File(Asset asset, boolean current) implements Response {}

    static Response page(View view, Page page) {
        return new Shown(200, view, page);
    }

    static Lasting lasting(View view, Page page, Instant until, long diaryVersion) {
        return new Lasting(new Shown(200, view, page), until, diaryVersion);
    }

    static Response conflict(View view, Page page) {
        return new Shown(409, view, page);
    }
}
