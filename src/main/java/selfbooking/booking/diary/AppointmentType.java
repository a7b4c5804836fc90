package selfbooking.booking.diary;

/** What an appointment is for, and how many minutes it takes. */
public record AppointmentType(String id, String name, int minutes) {}
