package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Switches;
import selfbooking.sandbox.server.Times;

/** {@code AvailabilitySlot/}: free ranges, or pieces of one type's length (API notes, section 4.4). */
public final class AvailabilitySlots {

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Comparator<Slot> ORDER = Comparator.comparing(
                    (Slot slot) -> slot.time().start())
            .thenComparing(slot -> slot.practitioner().id())
            .thenComparing(slot -> slot.location().id());

    private final Clinic clinic;
    private final FreeTime freeTime;
    private final Switches switches;
    private final Clock clock;

    private record Slot(Range time, Practitioner practitioner, Location location) {}

    public AvailabilitySlots(Clinic clinic, FreeTime freeTime, Switches switches, Clock clock) {
        this.clinic = clinic;
        this.freeTime = freeTime;
        this.switches = switches;
        this.clock = clock;
    }

    public ObjectNode list(Asked asked) {
        Days days = Days.of(asked, clinic);
        Duration length = length(asked);
        Set<String> practitioners = asked.ids("practitionerId");
        Set<String> locations = asked.ids("locationId");
        // The demonstration clinic has no specialties, so that filter is read and has nothing to exclude.
        asked.ids("specialtyId");
        List<Slot> slots = new ArrayList<>();
        for (Practitioner practitioner : clinic.published()) {
            for (Location location : clinic.locations()) {
                if (wanted(practitioners, practitioner.id()) && wanted(locations, location.id())) {
                    freeTime.free(practitioner, location, days.range()).stream()
                            .flatMap(range -> offered(range, length, days.range()))
                            .forEach(range -> slots.add(new Slot(range, practitioner, location)));
                }
            }
        }
        slots.sort(ORDER);
        return Answer.page("timeslots", slots, asked.page(), slot -> wire(slot, days.zone()));
    }

    @Nullable
    private Duration length(Asked asked) {
        String id = asked.text("appointmentTypeId").toLowerCase(Locale.ROOT);
        return id.isEmpty()
                ? null
                : clinic.type(id)
                        .map(type -> Duration.ofMinutes(type.minutes()))
                        .orElseThrow(() -> Refused.invalid("appointmentTypeId is not known"));
    }

    /** Pieces are cut before those that have begun are dropped, or their starts would drift with the clock. */
    private Stream<Range> offered(Range range, @Nullable Duration length, Range asked) {
        Instant now = clock.instant();
        if (length == null) {
            Range rest = new Range(later(later(range.start(), asked.start()), rounded(now)), earlier(range, asked));
            return Stream.of(rest).filter(whole -> whole.start().isBefore(whole.end()));
        }
        return range.pieces(length).stream()
                .filter(piece -> asked.contains(piece.start()))
                .filter(piece -> !piece.start().isBefore(now));
    }

    private ObjectNode wire(Slot slot, ZoneId zone) {
        ObjectNode wire = Json.empty()
                .put("startDateTime", Times.slot(slot.time().start(), zone))
                .put("endDateTime", Times.slot(slot.time().end(), zone));
        if (!switches.slotsWithoutPractitioner()) {
            wire.put("practitionerId", slot.practitioner().id());
        }
        return wire.put("locationId", slot.location().id());
    }

    private static boolean wanted(Set<String> asked, String id) {
        return asked.isEmpty() || asked.contains(id);
    }

    private static Instant rounded(Instant now) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond() + step - 1, step) * step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Range one, Range other) {
        return one.end().isBefore(other.end()) ? one.end() : other.end();
    }
}
