/**
 * The made-up clinic that the sandbox starts with.
 */
@NullMarked
package selfbooking.sandbox.demonstration;

import org.jspecify.annotations.NullMarked;
