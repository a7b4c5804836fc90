/** Measures the built jar from outside, beside others that serve the same bytes. Not run by the tests. */
@NullMarked
package selfbooking.bench;

import org.jspecify.annotations.NullMarked;
