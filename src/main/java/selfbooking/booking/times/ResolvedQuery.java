package selfbooking.booking.times;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/**
 * A query against the clinic as it is.
 *
 * @param query what was asked for, in the diary's own spelling of ids and without those that the clinic does not have
 * @param type the type that was asked for, else the clinic's default
 * @param practitioners those that were asked for; empty means anyone
 * @param location the one that was asked for; null means anywhere
 */
public record ResolvedQuery(
        Query query,
        Catalogue catalogue,
        AppointmentType type,
        List<Practitioner> practitioners,
        @Nullable Location location) {

    static ResolvedQuery of(Query query, Catalogue catalogue) {
        var type = Optional.ofNullable(query.type()).flatMap(catalogue::type);
        var location = Optional.ofNullable(query.location()).flatMap(catalogue::location);
        var practitioners = query.practitioners().stream()
                .flatMap(id -> catalogue.practitioner(id).stream())
                .distinct()
                .toList();
        var ignored = (query.type() != null && type.isEmpty())
                || (query.location() != null && location.isEmpty())
                || practitioners.size()
                        < query.practitioners().stream().distinct().count();
        var known = new Query(
                type.map(AppointmentType::id).orElse(null),
                practitioners.stream().map(Practitioner::id).toList(),
                location.map(Location::id).orElse(null),
                query.part(),
                query.from(),
                query.ignored() || ignored);
        return new ResolvedQuery(
                known, catalogue, type.orElseGet(() -> catalogue.types().get(0)), practitioners, location.orElse(null));
    }

    boolean fits(Offer offer) {
        return (practitioners.isEmpty() || practitioners.contains(offer.practitioner()))
                && (location == null || location.equals(offer.location()))
                && (query.part() == null || query.part() == offer.part());
    }
}
