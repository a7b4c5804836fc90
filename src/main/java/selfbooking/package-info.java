/** The composition root: reads the settings, wires the rooms by hand, and picks the command. May import every room. */
@NullMarked
package selfbooking;

import org.jspecify.annotations.NullMarked;
