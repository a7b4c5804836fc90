package selfbooking.coreplus.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A free piece of time {@code [start, end)} as the diary gave it (API notes, section 4.4).
 *
 * <p>The practitioner is the one the answer names, else the only one asked for, else null.
 */
public record Timeslot(Instant start, Instant end, @Nullable String practitionerId, String locationId) {}
