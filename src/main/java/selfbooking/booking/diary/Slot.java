package selfbooking.booking.diary;

import java.time.Instant;

/** A free piece {@code [start, end)} of one practitioner's time at one location for one appointment type. */
public record Slot(String practitionerId, String locationId, String typeId, Instant start, Instant end) {

    public boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && from.isBefore(end);
    }
}
