package selfbooking.web.server;

import io.javalin.http.HandlerType;

/** One line of the route table. */
public record Route(HandlerType method, String path, Handling handling, Framing framing, Keeping keeping) {

    /** What a page does with a request. */
    @FunctionalInterface
    public interface Handling {
        Response answer(Request visit);
    }

    /** Whether the sites that a clinic lists may show it in a frame. */
    public enum Framing {
        FRAMABLE,
        ALONE
    }

    /** What browsers and proxies may keep. */
    public enum Keeping {
        /** The same for everyone: kept here as bytes, and asked for again each time. */
        KEPT("no-cache"),
        /** Asked again each time. */
        NO_CACHE("no-cache"),
        /** It stands behind a patient's key, or changes something. */
        NO_STORE("no-store"),
        /** Its address changes with its content. */
        FOREVER("public, max-age=31536000, immutable");

        private final String header;

        Keeping(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }

    /** HEAD is GET without a body. */
    public Route asHead() {
        return new Route(HandlerType.HEAD, path, handling, framing, keeping);
    }
}
