/**
 * What became of a booking that was sent.
 */
@NullMarked
package selfbooking.web.outcome;

import org.jspecify.annotations.NullMarked;
