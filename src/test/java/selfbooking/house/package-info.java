/** Room. */
@NullMarked
package selfbooking.house;

import org.jspecify.annotations.NullMarked;
