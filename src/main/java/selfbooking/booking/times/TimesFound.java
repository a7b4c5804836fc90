package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/**
 * The next days that have times, for one appointment type.
 *
 * @param type the type that was looked for
 * @param practitioners those that were asked for and exist; empty means anyone
 * @param location the one that was asked for; null means anywhere
 * @param days at most ten, in order, none empty
 * @param from the first day looked at, in the clinic's zone
 * @param earlier where an earlier page would start; null when this is the first
 * @param later where the next page starts; null when the horizon is reached
 * @param lastLookedAt the last day looked at
 * @param ignored true when something asked for does not exist at this clinic and was left out
 * @param asOf when the diary gave the oldest of the answers used
 * @param reachable false when the diary does not answer now, or an answer is shown that is too old: nothing may be started from it
 * @param validUntil the first moment at which something of this changes by itself
 * @param diaryVersion the version of the diary that all of it was read under
 */
public record TimesFound(
        Catalogue catalogue,
        AppointmentType type,
        List<Practitioner> practitioners,
        @Nullable Location location,
        @Nullable DayPart part,
        List<Day> days,
        LocalDate from,
        @Nullable LocalDate earlier,
        @Nullable LocalDate later,
        LocalDate lastLookedAt,
        boolean ignored,
        Instant asOf,
        boolean reachable,
        Instant validUntil,
        long diaryVersion) {

    /** A day of its locations with its free times in the order of their clocks. */
    public record Day(LocalDate date, List<Offer> offers) {}
}
