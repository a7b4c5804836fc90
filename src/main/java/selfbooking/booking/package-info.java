/**
 * What the product means: clinics, the diary as patients may see it, times, holds, a booking and what becomes of it, and the
 * tables that keep them. May import {@code coreplus}, {@code notice} and {@code store}; knows Caffeine and libphonenumber.
 */
@NullMarked
package selfbooking.booking;

import org.jspecify.annotations.NullMarked;
