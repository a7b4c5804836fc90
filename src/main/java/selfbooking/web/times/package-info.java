/**
 * The page of free times, for a visitor and for a draft that looks for another time.
 */
@NullMarked
package selfbooking.web.times;

import org.jspecify.annotations.NullMarked;
