package selfbooking.web.parts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Set;

/**
 * How dates and times are written for people, after the Australian style manual. The patterns are our own, because what the
 * JDK calls "full" or "short" changes from release to release; U+00A0 keeps "9:30 am" and "24 November" together.
 */
public final class AustralianTime {

    private static final Locale AUSTRALIA = Locale.forLanguageTag("en-AU");
    private static final DateTimeFormatter TIME = pattern("h:mm'\u00A0'a");
    private static final DateTimeFormatter DAY = pattern("EEEE d'\u00A0'MMMM");
    private static final DateTimeFormatter FULL_DAY = pattern("EEEE d'\u00A0'MMMM uuuu");
    private static final DateTimeFormatter DATE = pattern("d'\u00A0'MMMM uuuu");
    private static final DateTimeFormatter WEEKDAY = pattern("EEEE");
    private static final DateTimeFormatter SHORT_ZONE = pattern("z");
    private static final DateTimeFormatter MACHINE = pattern("uuuu-MM-dd'T'HH:mmxxx");

    /** Short names that people know; others differ between JDK releases. */
    private static final Set<String> KNOWN_ZONES = Set.of("AEST", "AEDT", "ACST", "ACDT", "AWST", "LHST", "LHDT");

    private AustralianTime() {}

    /** "9:30 am"; an hour that a clock change repeats also says which of the two it is: "2:30 am AEDT". */
    public static String time(ZonedDateTime at) {
        boolean repeated =
                at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
        return TIME.format(at).toLowerCase(Locale.ROOT) + (repeated ? " " + zoneName(at) : "");
    }

    /** The same inside a sentence, where noon is "midday" and twelve at night "midnight". */
    public static String timeInWords(ZonedDateTime at) {
        LocalTime time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        return time.equals(LocalTime.MIDNIGHT) ? "midnight" : time(at);
    }

    /** "Tuesday 24 November". */
    public static String day(TemporalAccessor date) {
        return DAY.format(date);
    }

    /** "Tuesday 24 November 2026". */
    public static String fullDay(TemporalAccessor date) {
        return FULL_DAY.format(date);
    }

    /** "27 March 1987". */
    public static String date(TemporalAccessor date) {
        return DATE.format(date);
    }

    /** "Today, Monday 23 November"; with the year when it is not this one. */
    public static String dayFrom(LocalDate today, LocalDate date) {
        String day = date.getYear() == today.getYear() ? day(date) : fullDay(date);
        return switch ((int) ChronoUnit.DAYS.between(today, date)) {
            case 0 -> "Today, " + day;
            case 1 -> "Tomorrow, " + day;
            default -> day;
        };
    }

    /** "today", "tomorrow", "Wednesday" within a week, then "Wednesday 2 December". */
    static String shortDayFrom(LocalDate today, LocalDate date) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0 || days == 1) {
            return days == 0 ? "today" : "tomorrow";
        }
        return days > 0 && days < 7 ? WEEKDAY.format(date) : day(date);
    }

    /** "Sydney time". */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
    }

    /** "Sydney time, AEDT". */
    public static String zone(ZonedDateTime at) {
        return city(at.getZone()) + ", " + zoneName(at);
    }

    /** Whether the clocks of the zone change between the two. */
    public static boolean clockChange(ZoneId zone, Instant from, Instant to) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        return next != null && next.getInstant().isBefore(to);
    }

    /** For the {@code datetime} attribute: "2026-11-24T09:30+11:00". */
    public static String machine(ZonedDateTime at) {
        return MACHINE.format(at);
    }

    private static String zoneName(ZonedDateTime at) {
        String name = SHORT_ZONE.format(at);
        return KNOWN_ZONES.contains(name) ? name : "UTC" + offset(at.getOffset());
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC)
                ? ""
                : offset.getId().replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "");
    }

    private static DateTimeFormatter pattern(String letters) {
        return DateTimeFormatter.ofPattern(letters, AUSTRALIA);
    }
}
