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
import selfbooking.booking.times.TimesQuery;

/** What is looked for, read from an address and written into others: each link changes one thing and keeps the rest. */
public record Query(
        @Nullable String type,
        List<String> practitioners,
        @Nullable String location,
        @Nullable DayPart part,
        @Nullable LocalDate from) {

    public static Query of(Parameters query) {
        return new Query(
                query.given("type").orElse(null),
                query.all("practitioner").stream()
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList(),
                query.given("location").orElse(null),
                query.given("part").flatMap(Query::part).orElse(null),
                query.given("from").flatMap(Query::date).orElse(null));
    }

    public TimesQuery query() {
        return new TimesQuery(type, practitioners, location, part, from);
    }

    public Query type(@Nullable String id) {
        return new Query(id, practitioners, location, part, from);
    }

    public Query practitioners(List<String> ids) {
        return new Query(type, ids, location, part, from);
    }

    Query location(@Nullable String id) {
        return new Query(type, practitioners, id, part, from);
    }

    public Query part(@Nullable DayPart wanted) {
        return new Query(type, practitioners, location, wanted, from);
    }

    public Query from(@Nullable LocalDate date) {
        return new Query(type, practitioners, location, part, date);
    }

    /** This search at that page. */
    public String at(String page) {
        List<String> pairs = new ArrayList<>();
        add(pairs, "type", type);
        practitioners.forEach(id -> add(pairs, "practitioner", id));
        add(pairs, "location", location);
        add(pairs, "part", part == null ? null : part.name().toLowerCase(Locale.ROOT));
        add(pairs, "from", from == null ? null : from.toString());
        return pairs.isEmpty() ? page : page + "?" + String.join("&", pairs);
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
