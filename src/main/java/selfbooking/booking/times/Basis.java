package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a page of times rests on, and how long that holds.
 *
 * @param lastLookedAt the last day looked at, in the clinic's zone
 * @param asOf when the diary gave the oldest of the answers used
 * @param reachable false when the diary does not answer now, or an answer is shown that is too old: nothing may be started from it
 * @param validUntil the first moment at which something of the page changes by itself
 * @param diaryVersion the version of the diary that the answers used belong to
 */
public record Basis(LocalDate lastLookedAt, Instant asOf, boolean reachable, Instant validUntil, long diaryVersion) {}
