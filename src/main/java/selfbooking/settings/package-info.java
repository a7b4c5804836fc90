/**
 * What the environment says, read once, all mistakes named at once. May import every room, since it makes each room's typed settings;
 * only {@code Main} and {@code App} import it.
 */
@NullMarked
package selfbooking.settings;

import org.jspecify.annotations.NullMarked;
