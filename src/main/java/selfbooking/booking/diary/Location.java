package selfbooking.booking.diary;

import java.time.ZoneId;

/** A place of the clinic. Its zone decides what its clocks show; {@code timezoneId} is the diary's own name for that zone. */
public record Location(String id, String name, ZoneId zone, String timezoneId) {}
