package selfbooking.notice;

import java.time.Instant;

/**
 * A mail that its worker has claimed.
 *
 * @param attempts how often it was claimed, this time included
 */
record Mail(String id, String recipient, Letter letter, int attempts, Instant createdAt) {}
