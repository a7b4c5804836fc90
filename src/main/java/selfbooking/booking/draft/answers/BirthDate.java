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
    private static final String DAY = DetailsField.BIRTH_DAY.id();
    private static final String MONTH = DetailsField.BIRTH_MONTH.id();
    private static final String YEAR = DetailsField.BIRTH_YEAR.id();

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
    Mistake mistake(LocalDate today, boolean forSomeoneElse) {
        if (!missing().isEmpty()) {
            return incomplete(forSomeoneElse);
        }
        if (!year.matches("\\d{4}")) {
            return marking(List.of(YEAR), message("year"));
        }
        if (!impossible().isEmpty()) {
            return marking(impossible(), message("unreal"));
        }
        if (date().isAfter(today)) {
            return marking(List.of(DAY, MONTH, YEAR), message("future"));
        }
        boolean tooOld = date().isBefore(today.minusYears(OLDEST_YEARS));
        return tooOld ? marking(List.of(YEAR), message("old").replace("{0}", String.valueOf(OLDEST_YEARS))) : null;
    }

    /** Only after {@link #mistake} found none. */
    LocalDate date() {
        return LocalDate.of(number(year), monthNumber(), number(day));
    }

    private Mistake incomplete(boolean forSomeoneElse) {
        List<String> missing = missing();
        return marking(
                missing,
                missing.size() == 3
                        ? Messages.of("birthDate.missing", forSomeoneElse)
                        : message("missing." + String.join(".", missing)));
    }

    private static String message(String what) {
        return Messages.of("birthDate." + what);
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

    private static void addIf(List<String> parts, String part, boolean wrong) {
        if (wrong) {
            parts.add(part);
        }
    }

    private static Mistake marking(List<String> parts, String message) {
        return new Mistake(parts.get(0), List.copyOf(parts.subList(1, parts.size())), message);
    }
}
