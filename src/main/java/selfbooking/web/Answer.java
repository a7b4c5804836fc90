package selfbooking.web;

import java.time.Duration;
import java.time.Instant;
import selfbooking.web.page.Asset;
import selfbooking.web.page.Page;
import selfbooking.web.page.View;

/** What a handler decided. Headers follow from its route, not from here. */
sealed interface Answer {

    /** A page, or only the part of it that htmx asked for. */
    record Shown(int status, View view, Page page) implements Answer {}

    /** The same page for everyone who asks before that moment, unless the desk's version changes. */
    record Lasting(Shown shown, Instant until) implements Answer {}

    /** A page that says why not now, and in how long it may be. */
    record Later(Shown shown, Duration after) implements Answer {}

    /** Go on there with a GET. */
    record SeeOther(String address) implements Answer {}

    /** For machines. */
    record Json(int status, String text) implements Answer {}

    /** For machines that want neither JSON nor HTML. */
    record Text(String type, String text) implements Answer {}

    /** A file that pages load; under the hash of an older one it must not be kept for good. */
    record File(Asset asset, boolean current) implements Answer {}

    static Answer page(View view, Page page) {
        return new Shown(200, view, page);
    }

    static Answer lasting(View view, Page page, Instant until) {
        return new Lasting(new Shown(200, view, page), until);
    }

    static Answer conflict(View view, Page page) {
        return new Shown(409, view, page);
    }
}
