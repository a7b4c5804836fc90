package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.http.Unreadable;

/** The members of one JSON record, read leniently: absent, null and empty text are the same (API notes, section 3). */
record JsonFields(JsonNode node) {

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The record itself if the answer wraps it under its name. */
    JsonFields unwrapped(String name) {
        return node.path(name).isObject() ? new JsonFields(node.path(name)) : this;
    }

    JsonFields within(String name) {
        return new JsonFields(node.path(name));
    }

    List<JsonFields> list(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .map(JsonFields::new)
                .toList();
    }

    boolean hasList(String name) {
        return node.path(name).isArray();
    }

    @Nullable
    String text(String name) {
        var text = node.path(name).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    /** Ids are GUIDs in either case; one spelling lets them be compared. */
    @Nullable
    String id(String name) {
        var id = text(name);
        return id != null && GUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
    }

    /** An id that may stand flat or inside a record of its own. */
    @Nullable
    String id(String owner, String name) {
        var flat = id(name);
        return flat == null ? within(owner).id(name) : flat;
    }

    Instant moment(String name) {
        try {
            return ApiDates.dateTime(needed(text(name), name)).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable(name);
        }
    }

    @Nullable
    LocalDate date(String name) {
        var text = text(name);
        try {
            return text == null ? null : ApiDates.date(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number, or a number written as text. */
    int number(String name) {
        try {
            return Integer.parseInt(needed(text(name), name));
        } catch (NumberFormatException e) {
            throw new Unreadable(name);
        }
    }

    static String needed(@Nullable String text, String name) {
        if (text == null) {
            throw new Unreadable(name);
        }
        return text;
    }
}
