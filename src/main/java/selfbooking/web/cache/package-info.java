/**
 * Rendered pages kept as bytes, behind one door: nothing outside knows how. Knows Caffeine.
 */
@NullMarked
package selfbooking.web.cache;

import org.jspecify.annotations.NullMarked;
