package selfbooking.web;

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
import selfbooking.booking.TimesQuery;
import selfbooking.booking.diary.DayPart;

/** What is looked for, read from an address and written into others: each link changes one thing and keeps the rest. */
record Search(
        @Nullable String type,
        List<String> practitioners,
        @Nullable String location,
        @Nullable DayPart part,
        @Nullable LocalDate from) {

    static Search of(Parameters query) {
        return new Search(
                query.given("type").orElse(null),
                query.all("practitioner").stream()
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList(),
                query.given("location").orElse(null),
                query.given("part").flatMap(Search::part).orElse(null),
                query.given("from").flatMap(Search::date).orElse(null));
    }

    TimesQuery query() {
        return new TimesQuery(type, practitioners, location, part, from);
    }

    Search type(@Nullable String id) {
        return new Search(id, practitioners, location, part, from);
    }

    Search practitioners(List<String> ids) {
        return new Search(type, ids, location, part, from);
    }

    Search location(@Nullable String id) {
        return new Search(type, practitioners, id, part, from);
    }

    Search part(@Nullable DayPart wanted) {
        return new Search(type, practitioners, location, wanted, from);
    }

    Search from(@Nullable LocalDate date) {
        return new Search(type, practitioners, location, part, date);
    }

    /** This search at that page. */
    String at(String page) {
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
