package selfbooking.booking.diary;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** A slot together with who, where and what for: what a patient is shown and what a booking keeps of it. */
public record Offer(Slot slot, Practitioner practitioner, Location location, AppointmentType type) {

    /** When it starts, by the location's clock. */
    public ZonedDateTime startsAt() {
        return slot.start().atZone(location.zone());
    }

    /** When it ends, by the location's clock. */
    public ZonedDateTime endsAt() {
        return slot.end().atZone(location.zone());
    }

    /** The location's day on which it starts. */
    public LocalDate day() {
        return startsAt().toLocalDate();
    }

    public DayPart part() {
        return DayPart.of(startsAt().toLocalTime());
    }
}
