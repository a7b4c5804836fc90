package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who practises at the clinic, where, and what for, as the diary gave it at {@code asOf}.
 *
 * @param types never empty when patients can book; the first one is the default
 */
public record Catalogue(
        List<Practitioner> practitioners, List<Location> locations, List<AppointmentType> types, Instant asOf) {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Who looks at it later than that has it read again behind them. */
    Instant freshUntil() {
        return asOf.plus(FRESH);
    }

    boolean canBeBooked() {
        return !locations.isEmpty() && !types.isEmpty();
    }

    public Optional<Practitioner> practitioner(String id) {
        return practitioners.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
    }

    public Optional<Location> location(String id) {
        return locations.stream().filter(l -> l.id().equalsIgnoreCase(id)).findFirst();
    }

    public Optional<AppointmentType> type(String id) {
        return types.stream().filter(t -> t.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The clinic's own zone: that of its first location. */
    public ZoneId zone() {
        return locations.get(0).zone();
    }

    public Optional<Offer> offer(Slot slot) {
        return practitioner(slot.practitionerId())
                .flatMap(who -> location(slot.locationId())
                        .flatMap(where -> type(slot.typeId()).map(what -> new Offer(slot, who, where, what))));
    }
}
