package selfbooking.coreplus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.diary.Week;
import selfbooking.booking.diary.WeekKey;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.SlotSearch;
import selfbooking.coreplus.api.Timeslot;
import selfbooking.coreplus.gate.Lane;

/** Asks the diary and turns its words into ours; keeps nothing but what it learnt about the server's ways. */
public final class DiaryReader {

    private static final Logger LOG = LoggerFactory.getLogger(DiaryReader.class);

    private final Api lanes;
    private final Clock clock;
    private final AtomicBoolean namesNobody = new AtomicBoolean();

    public DiaryReader(Api api, Clock clock) {
        this.lanes = api;
        this.clock = clock;
    }

    public Catalogue catalogue(Supplier<Lane> lane) {
        var api = lanes.in(lane);
        var asOf = clock.instant();
        var practitioners = api.practitioners().stream()
                .map(p -> new Practitioner(p.practitionerId(), (p.firstName() + " " + p.lastName()).strip()))
                .toList();
        var locations = api.locations().stream()
                .map(l -> new Location(l.locationId(), l.name(), l.zone(), l.timezoneId()))
                .toList();
        var types = api.appointmentTypes().stream()
                .filter(t -> t.durationMinutes() > 0)
                .map(t -> new AppointmentType(t.appointmentTypeId(), t.description(), t.durationMinutes()))
                .toList();
        return new Catalogue(practitioners, locations, types, asOf);
    }

    /** One read for everybody; one for each practitioner where the server does not say whose a time is. */
    public Week week(Catalogue catalogue, WeekKey key, Supplier<Lane> lane) {
        var api = lanes.in(lane);
        var asOf = clock.instant();
        var known = catalogue.type(key.typeId());
        if (known.isEmpty()) {
            return new Week(List.of(), asOf);
        }
        var type = known.get();
        if (!namesNobody.get()) {
            var rows = api.timeslots(search(catalogue, key, List.of()));
            if (rows.stream().noneMatch(row -> row.practitionerId() == null)) {
                return week(catalogue, key, rows.stream(), type, asOf);
            }
            if (namesNobody.compareAndSet(false, true)) {
                LOG.warn("the diary does not say whose a free time is: each practitioner is asked for separately");
            }
        }
        var rows = catalogue.practitioners().stream()
                .flatMap(p -> api.timeslots(search(catalogue, key, List.of(p.id()))).stream());
        return week(catalogue, key, rows, type, asOf);
    }

    /** Days of the clinic's zone that hold the week of every location: one more where a location's clock is behind or ahead. */
    private static SlotSearch search(Catalogue catalogue, WeekKey key, List<String> practitioners) {
        var zones =
                catalogue.locations().stream().map(Location::zone).distinct().toList();
        var first = zones.stream()
                .map(zone -> key.monday().atStartOfDay(zone).toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = zones.stream()
                .map(zone ->
                        key.sunday().plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new SlotSearch(
                LocalDate.ofInstant(first, catalogue.zone()),
                LocalDate.ofInstant(last, catalogue.zone()),
                catalogue.locations().get(0).timezoneId(),
                key.typeId(),
                practitioners,
                List.of());
    }

    private static Week week(
            Catalogue catalogue, WeekKey key, Stream<Timeslot> rows, AppointmentType type, Instant asOf) {
        var slots = rows.flatMap(row -> pieces(row, type))
                .distinct()
                .filter(slot -> catalogue
                        .location(slot.locationId())
                        .filter(where -> key.holds(LocalDate.ofInstant(slot.start(), where.zone())))
                        .isPresent())
                .toList();
        return new Week(slots, asOf);
    }

    /** A server that does not cut its free ranges leaves that to us (API notes, section 7 row 20). */
    private static Stream<Slot> pieces(Timeslot row, AppointmentType type) {
        var who = row.practitionerId();
        if (who == null) {
            return Stream.empty();
        }
        var length = Duration.ofMinutes(type.minutes());
        return Stream.iterate(row.start(), start -> !start.plus(length).isAfter(row.end()), start -> start.plus(length))
                .map(start -> new Slot(who, row.locationId(), type.id(), start, start.plus(length)));
    }
}
