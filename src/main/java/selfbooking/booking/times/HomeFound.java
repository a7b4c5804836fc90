package selfbooking.booking.times;

import java.util.List;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/**
 * What the first page shows: the soonest times with anyone, and each published practitioner with their own.
 *
 * @param first the next times with anyone, soonest first; empty when there are none
 * @param people every published practitioner that fits the filters, soonest first, those without times last
 */
public record HomeFound(ResolvedQuery asked, Basis basis, List<Offer> first, List<Person> people) {

    /** A practitioner, where their free times are, and the next ones. */
    public record Person(Practitioner practitioner, List<Location> locations, List<Offer> next) {}
}
