/**
 * What the installation's secret is for: answers sealed at rest, signed times, and codes that nobody can guess. Part of
 * {@code booking}; may import its diary and its answers.
 */
@NullMarked
package selfbooking.booking.secrets;

import org.jspecify.annotations.NullMarked;
