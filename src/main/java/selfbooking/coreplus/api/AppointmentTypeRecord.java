package selfbooking.coreplus.api;

/** A kind of appointment; its name is in the description (API notes, section 4.3). */
public record AppointmentTypeRecord(String appointmentTypeId, String description, int durationMinutes) {}
