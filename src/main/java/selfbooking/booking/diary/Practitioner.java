package selfbooking.booking.diary;

/** A person of the clinic whose times patients may book; only published ones ever appear (API notes, section 4.2). */
public record Practitioner(String id, String name) {}
