package selfbooking.booking.times;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/** A query against the clinic as it is: ids that do not exist are left out, and that is remembered. */
record ResolvedQuery(
        Catalogue catalogue,
        AppointmentType type,
        List<Practitioner> practitioners,
        @Nullable Location location,
        @Nullable DayPart part,
        boolean ignored) {

    static ResolvedQuery of(TimesQuery query, Catalogue catalogue) {
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
        return new ResolvedQuery(
                catalogue,
                type.orElseGet(() -> catalogue.types().get(0)),
                practitioners,
                location.orElse(null),
                query.part(),
                ignored);
    }

    boolean fits(Offer offer) {
        return (practitioners.isEmpty() || practitioners.contains(offer.practitioner()))
                && (location == null || location.equals(offer.location()))
                && (part == null || part == offer.part());
    }
}
