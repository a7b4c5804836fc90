package selfbooking.booking.draft;

import java.time.Instant;

/**
 * Our own short claim on a slot while a patient types. It cannot stop reception.
 *
 * @param until when it ends
 * @param extensionsLeft how often it may still be extended
 */
public record Hold(Instant until, int extensionsLeft) {}
