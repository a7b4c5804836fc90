/**
 * The clinic's diary as patients may see it: asked through {@code coreplus}, turned into our words in one place per type, and kept for a
 * while. Part of {@code booking}; knows Caffeine; imports {@code coreplus} and nothing else of ours.
 */
@NullMarked
package selfbooking.booking.diary;

import org.jspecify.annotations.NullMarked;
