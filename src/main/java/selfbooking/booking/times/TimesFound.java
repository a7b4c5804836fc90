package selfbooking.booking.times;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Offer;

/**
 * The next days that have times, for one appointment type.
 *
 * @param days at most ten, in order, none empty
 * @param from the first day looked at, in the clinic's zone
 * @param earlier where an earlier page would start; null when this is the first
 * @param later where the next page starts; null when the horizon is reached
 */
public record TimesFound(
        ResolvedQuery asked,
        Basis basis,
        List<Day> days,
        LocalDate from,
        @Nullable LocalDate earlier,
        @Nullable LocalDate later) {

    /** A day of its locations with its free times in the order of their clocks. */
    public record Day(LocalDate date, List<Offer> offers) {}
}
