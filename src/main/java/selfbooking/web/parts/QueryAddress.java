package selfbooking.web.parts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.times.Query;

/** Reads queries from addresses and writes them into others. What no page knows is neither read nor written. */
public final class QueryAddress {

    private QueryAddress() {}

    public static Query read(Parameters parameters) {
        return new Query(
                parameters.given("type").orElse(null),
                parameters.all("practitioner").stream()
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList(),
                parameters.given("location").orElse(null),
                parameters.given("part").flatMap(QueryAddress::part).orElse(null),
                parameters.given("from").flatMap(QueryAddress::date).orElse(null));
    }

    /** The query at that page, whose address may have a query of its own. */
    public static String write(String page, Query query) {
        List<String> pairs = new ArrayList<>();
        add(pairs, "type", query.type());
        query.practitioners().forEach(id -> add(pairs, "practitioner", id));
        add(pairs, "location", query.location());
        add(pairs, "part", query.part() == null ? null : query.part().name().toLowerCase(Locale.ROOT));
        add(pairs, "from", query.from() == null ? null : query.from().toString());
        return with(page, pairs);
    }

    /** The page with one parameter more. */
    public static String with(String page, String name, String value) {
        List<String> pairs = new ArrayList<>();
        add(pairs, name, value);
        return with(page, pairs);
    }

    private static String with(String page, List<String> pairs) {
        return pairs.isEmpty() ? page : page + (page.contains("?") ? "&" : "?") + String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, @Nullable String value) {
        if (value != null) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Optional<DayPart> part(String name) {
        return Arrays.stream(DayPart.values())
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A bad date is no date: the page then starts today. */
    private static Optional<LocalDate> date(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
