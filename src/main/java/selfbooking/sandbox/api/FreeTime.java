package selfbooking.sandbox.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;

/** Working hours minus live appointments (API notes, section 4.4). */
public final class FreeTime {

    private final Clinic clinic;
    private final Diary diary;
    private final Clock clock;

    public FreeTime(Clinic clinic, Diary diary, Clock clock) {
        this.clinic = clinic;
        this.diary = diary;
        this.clock = clock;
    }

    /** Whole free ranges of one practitioner at one location that touch the range asked for, past ones too. */
    public List<Range> free(Practitioner practitioner, Location location, Range asked) {
        List<Range> free = working(practitioner, location, asked);
        if (free.isEmpty()) {
            return free;
        }
        // Working hours may reach outside the range asked for: pieces are aligned to their true start.
        Range reach = new Range(free.get(0).start(), free.get(free.size() - 1).end());
        for (Appointment taken : diary.taken(practitioner.id(), reach)) {
            free = free.stream()
                    .flatMap(range -> range.minus(taken.time()).stream())
                    .toList();
        }
        return free;
    }

    /** May be booked over the API: published, not begun, inside working hours and nobody else's. */
    boolean fits(Appointment wanted) {
        Appointment.Visit visit = wanted.visit();
        return clinic.publishes(visit.practitionerId())
                && !visit.time().start().isBefore(clock.instant())
                && worksThen(visit)
                && diary.clear(wanted);
    }

    private boolean worksThen(Appointment.Visit visit) {
        Practitioner practitioner = clinic.practitioner(visit.practitionerId()).orElseThrow();
        Location location = clinic.location(visit.locationId()).orElseThrow();
        return working(practitioner, location, visit.time()).stream().anyMatch(range -> range.contains(visit.time()));
    }

    private List<Range> working(Practitioner practitioner, Location location, Range asked) {
        return merged(clinic.roster().of(practitioner).stream()
                .filter(hours -> hours.location().equals(location))
                .flatMap(hours -> clinic.roster().worked(hours, asked).stream())
                .sorted(Comparator.comparing(Range::start))
                .toList());
    }

    private static List<Range> merged(List<Range> sorted) {
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            Range last = merged.isEmpty() ? next : merged.remove(merged.size() - 1);
            if (next.start().isAfter(last.end())) {
                merged.add(last);
                merged.add(next);
            } else {
                merged.add(new Range(last.start(), next.end().isAfter(last.end()) ? next.end() : last.end()));
            }
        }
        return merged;
    }
}
