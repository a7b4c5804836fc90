/**
 * What a person or a test sees and changes in the sandbox: the calls that came, reception's work, the clock.
 */
@NullMarked
package selfbooking.sandbox.console;

import org.jspecify.annotations.NullMarked;
