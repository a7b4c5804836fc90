/**
 * Searches: free times less holds and the clinic's rules, and what comes nearest to a time that is lost.
 */
@NullMarked
package selfbooking.booking.times;

import org.jspecify.annotations.NullMarked;
