package selfbooking.sandbox.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates and times as they are spelt on the wire (API notes, section 3.4). */
public final class Times {

    private static final DateTimeFormatter DATE = strict("uuuu-MM-dd");
    private static final DateTimeFormatter SLOT = strict("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter APPOINTMENT = strict("uuuu-MM-dd'T'HH:mm:ss xxx");
    private static final DateTimeFormatter HTTP = strict("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter BOOKING = strict("[uuuu-MM-dd'T'HH:mm:ssxxx][uuuu-MM-dd HH:mmxxx]");

    private Times() {}

    public static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            throw Refused.invalid(name + " must be a date, yyyy-MM-dd");
        }
    }

    /** Either written form of a booking; an offset in figures is needed, {@code Z} is refused. */
    public static Instant booking(String name, String text) {
        try {
            return OffsetDateTime.parse(text, BOOKING).toInstant();
        } catch (DateTimeException e) {
            throw Refused.invalid(name + " must be a date, a time and an offset, yyyy-MM-ddTHH:mm:ss+HH:mm");
        }
    }

    /** Any usual spelling, for the console: blanks, missing seconds, {@code Z} and {@code +1000} are taken. */
    public static Instant lenient(String name, String text) {
        String tidy = text.strip()
                .replaceFirst("\\s+(?=[+-]|Z$)", "")
                .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)\\s+", "$1T")
                .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            return OffsetDateTime.parse(tidy).toInstant();
        } catch (DateTimeException e) {
            throw Refused.invalid(name + " must be a date, a time and an offset");
        }
    }

    public static String slot(Instant time, ZoneId zone) {
        return SLOT.format(time.atZone(zone));
    }

    /** With a space before the offset. */
    public static String appointment(Instant time, ZoneId zone) {
        return APPOINTMENT.format(time.atZone(zone));
    }

    public static String dateOfBirth(LocalDate date) {
        return DATE.format(date) + "T00:00:00";
    }

    public static String http(Instant time) {
        return HTTP.format(time.atZone(ZoneOffset.UTC));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
