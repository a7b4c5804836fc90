/**
 * Ten calls a second: lanes, pace, and permits that instances share in the database (the one part of {@code coreplus} that knows
 * {@code store}).
 */
@NullMarked
package selfbooking.coreplus.gate;

import org.jspecify.annotations.NullMarked;
