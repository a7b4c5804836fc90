package selfbooking.coreplus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.diary.Ticket;
import selfbooking.booking.diary.Week;
import selfbooking.booking.diary.WeekKey;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.SlotSearch;
import selfbooking.coreplus.api.Timeslot;

/** Asks coreplus and turns its words into ours; keeps nothing but what it learnt about the server's ways. */
final class CoreplusDiary implements DiaryPort {

    private static final Logger LOG = LoggerFactory.getLogger(CoreplusDiary.class);

    private final Api api;
    private final Clock clock;
    private final AtomicBoolean namesNobody = new AtomicBoolean();

    CoreplusDiary(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Catalogue catalogue(Ticket ticket) {
        var reading = api.with(ticket);
        var asOf = clock.instant();
        var practitioners = reading.practitioners().stream()
                .map(p -> new Practitioner(p.practitionerId(), (p.firstName() + " " + p.lastName()).strip()))
                .toList();
        var locations = reading.locations().stream()
                .map(l -> new Location(l.locationId(), l.name(), l.zone(), l.timezoneId()))
                .toList();
        var types = reading.appointmentTypes().stream()
                .filter(t -> t.durationMinutes() > 0)
                .map(t -> new AppointmentType(t.appointmentTypeId(), t.description(), t.durationMinutes()))
                .toList();
        return new Catalogue(practitioners, locations, types, asOf);
    }

    /** One read for everybody; one for each practitioner where the server does not say whose a time is. */
    @Override
    public Week week(Catalogue catalogue, WeekKey key, Ticket ticket) {
        var reading = api.with(ticket);
        var asOf = clock.instant();
        var known = catalogue.type(key.typeId());
        if (known.isEmpty()) {
            return new Week(List.of(), asOf);
        }
        var type = known.get();
        if (!namesNobody.get()) {
            var rows = reading.timeslots(search(catalogue, key, List.of()));
            if (rows.stream().noneMatch(row -> row.practitionerId() == null)) {
                return week(catalogue, key, rows.stream(), type, asOf);
            }
            if (namesNobody.compareAndSet(false, true)) {
                LOG.warn("the diary does not say whose a free time is: each practitioner is asked for separately");
            }
        }
        var rows = catalogue.practitioners().stream()
                .flatMap(p -> reading.timeslots(search(catalogue, key, List.of(p.id()))).stream());
        return week(catalogue, key, rows, type, asOf);
    }

    @Override
    public List<Client> clients(String familyName, LocalDate born) {
        return api.in(Lane.SUBMIT).clients(familyName, born);
    }

    @Override
    public String createClient(NewClient client, Instant latest) {
        return api.with(new Ticket(Lane.SUBMIT, latest)).createClient(client);
    }

    @Override
    public String book(NewAppointment appointment, Instant latest) {
        return api.with(new Ticket(Lane.SUBMIT, latest)).book(appointment).appointmentId();
    }

    @Override
    public List<Appointment> appointments(Offer offer) {
        return api.in(Lane.VERIFY)
                .appointments(offer.day(), offer.day(), offer.location().timezoneId());
    }

    @Override
    public Appointment appointment(String appointmentId) {
        return api.in(Lane.VERIFY).appointment(appointmentId);
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
