package selfbooking.coreplus.api;

import java.time.ZoneId;

/** A place where the clinic sees patients; the zone is read from a name with a backslash (API notes, section 4.1). */
public record LocationRecord(String locationId, String name, String timezoneId, ZoneId zone) {}
