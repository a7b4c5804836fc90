package selfbooking.booking.diary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** One appointment type in one week, Monday to Sunday. */
public record WeekKey(String typeId, LocalDate monday) {

    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public boolean holds(LocalDate day) {
        return mondayOf(day).equals(monday);
    }
}
