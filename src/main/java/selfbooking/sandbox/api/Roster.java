package selfbooking.sandbox.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;

/** Who works where and when, every week for ever, and who is away. */
public record Roster(List<Hours> hours, List<Leave> leave) {

    /** Weekly hours on some days of the week, on the location's wall clock. */
    public record Hours(
            Practitioner practitioner, Location location, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        private Range range(LocalDate date) {
            ZoneId zone = location.zone();
            return new Range(
                    date.atTime(from).atZone(zone).toInstant(),
                    date.atTime(to).atZone(zone).toInstant());
        }
    }

    /** Days away, both included. */
    public record Leave(Practitioner practitioner, LocalDate first, LocalDate last) {

        private boolean covers(Hours hours, LocalDate date) {
            return practitioner.equals(hours.practitioner()) && !date.isBefore(first) && !date.isAfter(last);
        }
    }

    public List<Hours> of(Practitioner practitioner) {
        return hours.stream()
                .filter(entry -> entry.practitioner().equals(practitioner))
                .toList();
    }

    /** The working range of one entry on a day of its location, unless the practitioner is away or does not work. */
    public Optional<Range> on(Hours entry, LocalDate date) {
        boolean away = leave.stream().anyMatch(absence -> absence.covers(entry, date));
        return entry.days().contains(date.getDayOfWeek()) && !away ? Optional.of(entry.range(date)) : Optional.empty();
    }

    /** The working ranges of one entry that touch the range asked for. */
    List<Range> worked(Hours entry, Range asked) {
        ZoneId zone = entry.location().zone();
        LocalDate first = LocalDate.ofInstant(asked.start(), zone);
        LocalDate last = LocalDate.ofInstant(asked.end(), zone);
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> on(entry, date).stream())
                .filter(asked::overlaps)
                .toList();
    }
}
