/** Tests of the coreplus client: rules alone, then over sockets, then against the sandbox. */
@NullMarked
package selfbooking.coreplus;

import org.jspecify.annotations.NullMarked;
