package selfbooking.sandbox.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/** The request line and the headers that decide, exactly as they were received; an absent header is empty. */
public record Received(
        String method,
        String scheme,
        String host,
        String path,
        String query,
        String authorization,
        String contentType,
        String userAgent) {

    private static final List<String> GENERIC_AGENTS =
            List.of("Java/", "Java-http-client/", "okhttp/", "curl/", "WordPress/");

    public static Received from(Context ctx) {
        return new Received(
                ctx.req().getMethod(),
                ctx.req().getScheme(),
                header(ctx, "Host"),
                ctx.req().getRequestURI(),
                Objects.requireNonNullElse(ctx.req().getQueryString(), ""),
                header(ctx, "Authorization"),
                header(ctx, "Content-Type"),
                header(ctx, "User-Agent"));
    }

    /** Says nothing about the application and is blocked (API notes, section 7 row 36). */
    public boolean agentIsGeneric() {
        return userAgent.isBlank()
                || GENERIC_AGENTS.stream().anyMatch(word -> userAgent.regionMatches(true, 0, word, 0, word.length()));
    }

    /** The whole address, as the {@code url} claim should spell it. */
    String address() {
        return origin() + target();
    }

    /** Scheme and host in any case, path and query byte for byte (API notes, section 7 rows 1 and 2). */
    boolean isSpelt(String claim, boolean orRelative) {
        String origin = origin();
        boolean absolute = claim.regionMatches(true, 0, origin, 0, origin.length())
                && claim.substring(origin.length()).equals(target());
        return absolute || (orRelative && claim.equals(target()));
    }

    private String origin() {
        return scheme + "://" + host;
    }

    private String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String header(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.req().getHeader(name), "");
    }
}
