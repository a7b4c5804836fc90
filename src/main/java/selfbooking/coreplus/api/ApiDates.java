package selfbooking.coreplus.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads every spelling of dates and times that the API has, and writes the one it surely takes (API notes, 3.4). */
final class ApiDates {

    private static final Pattern SPELLINGS = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ]+(\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?\\s*(?:(Z)|([+-]\\d{2}):?(\\d{2}))");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final int DATE_LENGTH = 10;

    private ApiDates() {}

    /** Throws {@link DateTimeParseException} if the text has no offset or is no date-time at all. */
    static OffsetDateTime dateTime(String text) {
        var parts = SPELLINGS.matcher(text.strip());
        if (!parts.matches()) {
            throw new DateTimeParseException("no date and time with offset", "", 0);
        }
        var seconds = parts.group(3) == null ? ":00" : parts.group(3);
        var offset = parts.group(4) == null ? parts.group(5) + ":" + parts.group(6) : "Z";
        return OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2) + seconds + offset);
    }

    /** Birth dates come with a midnight that means nothing. */
    static LocalDate date(String text) {
        var trimmed = text.strip();
        return LocalDate.parse(trimmed.substring(0, Math.min(DATE_LENGTH, trimmed.length())));
    }

    /** Never with Z: a numeric offset is what working clients send. */
    static String written(OffsetDateTime moment) {
        return WRITTEN.format(moment);
    }
}
