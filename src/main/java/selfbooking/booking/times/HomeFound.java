package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/**
 * What the first page shows: the soonest times with anyone, and each published practitioner with their own.
 *
 * @param first the next three times with anyone, soonest first; empty when there are none
 * @param people every published practitioner that fits the filters, soonest first, those without times last
 * @param lastLookedAt the last day looked at, in the clinic's zone
 * @param ignored true when something asked for does not exist at this clinic and was left out
 * @param asOf when the diary gave the oldest of the answers used
 * @param reachable false when the diary does not answer now, or an answer is shown that is too old: nothing may be started from it
 * @param validUntil the first moment at which something of this changes by itself
 * @param diaryVersion the version of the diary that all of it was read under
 */
public record HomeFound(
        Catalogue catalogue,
        AppointmentType type,
        @Nullable Location location,
        List<Offer> first,
        List<Person> people,
        LocalDate lastLookedAt,
        boolean ignored,
        Instant asOf,
        boolean reachable,
        Instant validUntil,
        long diaryVersion) {

    /** A practitioner, where their free times are, and the next three of them. */
    public record Person(Practitioner practitioner, List<Location> locations, List<Offer> next) {}
}
