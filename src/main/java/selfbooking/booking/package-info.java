/**
 * The front desk of a clinic: the face of the room. What happens behind it lies in the rooms below, which may use the words of this one.
 * May import {@code notice} and {@code store}.
 */
@NullMarked
package selfbooking.booking;

import org.jspecify.annotations.NullMarked;
