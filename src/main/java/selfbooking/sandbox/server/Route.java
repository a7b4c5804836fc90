package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of the route table; a path ending in {@code /} is a collection, {@code {id}} stands for one part. */
public record Route(String method, String path, @Nullable Permission permission, Action action) {

    private static final String ID = "{id}";

    /** What a route does; refusals are thrown as {@link Refused}. */
    @FunctionalInterface
    public interface Action {
        ObjectNode answer(Asked asked);
    }

    /** The last part of the called path in lower case when the pattern ends with an id, else empty. */
    public String id(String calledPath) {
        return path.endsWith(ID) ? calledPath.toLowerCase(Locale.ROOT).replaceFirst("^.*/([^/]+)/?$", "$1") : "";
    }

    /** The path in any case; only a POST to a collection insists on its trailing slash (section 7 row 15). */
    public boolean matches(String calledMethod, String calledPath) {
        String called = calledPath.toLowerCase(Locale.ROOT);
        if (!path.endsWith("/")) {
            called = called.replaceFirst("/$", "");
        } else if (method.equals("GET") && !called.endsWith("/")) {
            called += "/";
        }
        return method.equals(calledMethod) && spells(called);
    }

    private boolean spells(String called) {
        String start = path.replace(ID, "");
        return path.endsWith(ID)
                ? called.startsWith(start) && called.substring(start.length()).matches("[^/]+")
                : called.equals(path);
    }
}
