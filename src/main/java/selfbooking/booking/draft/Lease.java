package selfbooking.booking.draft;

import java.time.Instant;

/**
 * The right to work on a booking that was sent. Whoever renews it in time keeps it.
 *
 * @param id names this lease and no other, so that a worker whose lease was lost changes nothing any more
 * @param until when the lease ends unless it is renewed
 */
public record Lease(String id, Instant until) {}
