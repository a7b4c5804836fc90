/**
 * The clinic's diary as patients may see it: cached, and read once for all who ask. Knows Caffeine.
 */
@NullMarked
package selfbooking.booking.diary;

import org.jspecify.annotations.NullMarked;
