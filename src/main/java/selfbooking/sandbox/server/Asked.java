package selfbooking.sandbox.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One call as an endpoint sees it; remembers which parameters were read, so that the others can be logged. */
public final class Asked {

    private static final int DEFAULT_ROWS = 50;
    private static final int MAXIMUM_ROWS = 100;

    /** One page of a list: number from 1, at most 100 rows (API notes, section 3.2). */
    record Page(int number, int size) {

        <T> List<T> of(List<T> rows) {
            long from = Math.min((number - 1L) * size, rows.size());
            long to = Math.min(from + size, rows.size());
            return rows.subList((int) from, (int) to);
        }
    }

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private final String id;
    private final String sent;

    /** The id in the path (lower case, else empty), the raw query and the text sent. */
    public Asked(String id, String query, String sent) {
        this.id = id;
        this.sent = sent;
        if (!query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String text = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(text));
            }
        }
    }

    public String id() {
        return id;
    }

    public Body body() {
        return new Body(Json.read(sent));
    }

    /** All values that are not blank, in the order sent. */
    List<String> all(String name) {
        read.add(name);
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The first value, or empty text. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public String required(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw Refused.invalid(name + " is required");
        }
        return text;
    }

    public LocalDate date(String name) {
        return Times.date(name, required(name));
    }

    /** Ids in lower case: coreplus takes either (API notes, section 3). */
    public Set<String> ids(String name) {
        return all(name).stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    public boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    int number(String name, int absent) {
        String text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refused.invalid(name + " must be a whole number from 1");
        }
        return Integer.parseInt(text);
    }

    public Page page() {
        return new Page(number("pageNumber", 1), Math.min(number("pageSize", DEFAULT_ROWS), MAXIMUM_ROWS));
    }

    public Set<String> ignored() {
        Set<String> names = new HashSet<>(values.keySet());
        names.removeAll(read);
        return names;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("The query is not correctly encoded");
        }
    }
}
