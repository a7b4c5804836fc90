package selfbooking.booking.times;

import java.time.Instant;
import selfbooking.booking.diary.Slot;

/** A practitioner's time {@code [start, end)} that a booking of ours keeps from others until a moment. */
public record LiveHold(String bookingId, String practitionerId, Instant start, Instant end, Instant until) {

    public boolean covers(Slot slot) {
        return practitionerId.equals(slot.practitionerId()) && slot.overlaps(start, end);
    }
}
