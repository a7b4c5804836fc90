package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.draft.answers.TypedAnswers.Mistake;

/** A birth date in three boxes, as people type it: digits, or a month's name, or its first letters. */
final class BirthDate {

    private static final int OLDEST_YEARS = 120;
    private static final String DAY = "birthDay";
    private static final String MONTH = "birthMonth";
    private static final String YEAR = "birthYear";

    private final String day;
    private final String month;
    private final String year;

    BirthDate(String day, String month, String year) {
        this.day = PlainText.oneLine(day);
        this.month = PlainText.oneLine(month);
        this.year = PlainText.oneLine(year);
    }

    /** The one thing to mend first, or null when it is a date that a patient can have been born on. */
    @Nullable
    Mistake mistake(LocalDate today, String whose) {
        if (!missing().isEmpty()) {
            return incomplete(whose);
        }
        if (!year.matches("\\d{4}")) {
            return new Mistake(YEAR, "Year must include 4 numbers");
        }
        if (!impossible().isEmpty()) {
            return marking(impossible(), "Date of birth must be a real date");
        }
        if (date().isAfter(today)) {
            return marking(List.of(DAY, MONTH, YEAR), "Date of birth must be in the past");
        }
        boolean tooOld = date().isBefore(today.minusYears(OLDEST_YEARS));
        return tooOld ? new Mistake(YEAR, "Date of birth must be in the last " + OLDEST_YEARS + " years") : null;
    }

    /** Only after {@link #mistake} found none. */
    LocalDate date() {
        return LocalDate.of(number(year), monthNumber(), number(day));
    }

    private Mistake incomplete(String whose) {
        List<String> missing = missing();
        if (missing.size() == 3) {
            return marking(missing, "Enter " + whose + " date of birth");
        }
        List<String> words = missing.stream().map(BirthDate::word).toList();
        return marking(missing, "Date of birth must include a " + String.join(" and ", words));
    }

    private List<String> missing() {
        List<String> parts = new ArrayList<>();
        addIf(parts, DAY, day.isEmpty());
        addIf(parts, MONTH, month.isEmpty());
        addIf(parts, YEAR, year.isEmpty());
        return parts;
    }

    private List<String> impossible() {
        boolean noMonth = monthNumber() < 1 || monthNumber() > 12;
        int longest = noMonth ? 31 : Month.of(monthNumber()).length(Year.isLeap(number(year)));
        List<String> parts = new ArrayList<>();
        addIf(parts, DAY, number(day) < 1 || number(day) > longest);
        addIf(parts, MONTH, noMonth);
        return parts;
    }

    private int monthNumber() {
        String name = month.toUpperCase(Locale.ROOT).replaceAll("\\.$", "");
        for (Month candidate : Month.values()) {
            if (name.length() >= 3 && candidate.name().startsWith(name)) {
                return candidate.getValue();
            }
        }
        return number(month);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static String word(String part) {
        return part.substring("birth".length()).toLowerCase(Locale.ROOT);
    }

    private static void addIf(List<String> parts, String part, boolean wrong) {
        if (wrong) {
            parts.add(part);
        }
    }

    private static Mistake marking(List<String> parts, String message) {
        return new Mistake(parts.get(0), List.copyOf(parts.subList(1, parts.size())), message);
    }
}
