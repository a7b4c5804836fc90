package selfbooking.booking.diary;

import java.time.OffsetDateTime;

/** An appointment to be booked for one client; notes hold at most 300 characters (API notes, section 4.6). */
public record NewAppointment(
        OffsetDateTime start,
        OffsetDateTime end,
        String practitionerId,
        String locationId,
        String appointmentTypeId,
        String clientId,
        String notes) {

    @Override
    public String toString() {
        return "NewAppointment[" + practitionerId + ", " + start + "]";
    }
}
