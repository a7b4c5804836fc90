package selfbooking.sandbox.faults;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which calls a fault meets, in lower case; an empty method or path is any. {@code appointment} is every address that
 * begins with this part, {@code appointment/} the list alone, {@code appointment/{id}} any record, and an id that one.
 */
record Target(String method, String path) {

    private static final Pattern PATH = Pattern.compile("([a-z]+(/([^/]+)?)?)?");
    private static final String VERSION = "^/api/core/v2(\\.1)?/";

    boolean isPossible() {
        return PATH.matcher(path).matches();
    }

    boolean meets(String calledMethod, String calledPath) {
        String called = calledPath.toLowerCase(Locale.ROOT).replaceFirst(VERSION, "");
        return (method.isEmpty() || method.equalsIgnoreCase(calledMethod)) && (path.isEmpty() || reaches(called));
    }

    /** A slash at the end means as little as it does to the routes: {@code location} is called for the list, too. */
    private boolean reaches(String called) {
        String[] wanted = path.split("/", -1);
        String[] parts = called.replaceFirst("/$", "").split("/", -1);
        if (wanted.length == 1 || !parts[0].equals(wanted[0])) {
            return parts[0].equals(wanted[0]);
        }
        String record = parts.length == 2 ? parts[1] : "";
        return parts.length <= 2 && (wanted[1].equals(record) || (wanted[1].equals("{id}") && !record.isEmpty()));
    }
}
