package selfbooking.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks it.
 *
 * @param jdbc the driver's address, with the query's parameters but without user and password
 */
public record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {

    /** A name may hold an underscore, which it may not in a URI. */
    private static final String HOST = "(?:\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::\\d{1,5})?";

    /** Platforms give the first two schemes, Java's own tools the third. */
    private static final Pattern FORM =
            Pattern.compile("(?:postgres|postgresql|jdbc:postgresql)://(?:(?<login>[^/?]*)@)?(?<hosts>HOST(?:,HOST)*)"
                            .replace("HOST", HOST)
                    + "(?:/(?<name>[^?]*))?(?:\\?(?<query>.*))?");

    /**
     * Reads {@code postgres://user:password@host:port/name?sslmode=require}, {@code postgresql://…} or {@code jdbc:postgresql://…}. User and
     * password may be percent-encoded, or stand in the query.
     *
     * @throws IllegalArgumentException when it is none of these; its message does not repeat the address
     */
    public static DatabaseUrl parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a PostgreSQL address");
        }
        var name = parts.group("name") == null ? "" : parts.group("name");
        var login = login(parts.group("login"));
        var query = parameters(parts.group("query"));
        var kept = query.stream()
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        var jdbc = "jdbc:postgresql://" + parts.group("hosts") + "/" + name + (kept.isEmpty() ? "" : "?" + kept);
        return new DatabaseUrl(
                jdbc,
                login.isEmpty() ? value(query, "user=") : decoded(login.get(0)),
                login.size() < 2 ? value(query, "password=") : decoded(login.get(1)));
    }

    private static List<String> login(@Nullable String raw) {
        return raw == null || raw.isEmpty() ? List.of() : List.of(raw.split(":", 2));
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&")).filter(one -> !one.isEmpty()).toList();
    }

    private static @Nullable String value(List<String> query, String start) {
        return query.stream()
                .filter(parameter -> parameter.startsWith(start))
                .findFirst()
                .map(parameter -> decoded(parameter.substring(start.length())))
                .orElse(null);
    }

    /** A plus is a plus here: only forms write spaces so. */
    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Host, port and name only. */
    @Override
    public String toString() {
        return jdbc.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
    }
}
