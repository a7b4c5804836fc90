package selfbooking.booking;

import java.time.ZoneId;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.Slot;

/** Times of no clinic, for tests that ask no diary. */
public final class TestOffers {

    private TestOffers() {}

    public static Offer of(Slot slot) {
        return new Offer(
                slot,
                new Practitioner(slot.practitionerId(), "Someone"),
                new Location("here", "Here", ZoneId.of("Australia/Sydney"), "zone-id"),
                new AppointmentType("visit", "Visit", 30));
    }
}
