/**
 * A stand-in for the coreplus server: it speaks the protocol of the API notes over real HTTP, as strictly as the last
 * column of their section 7, with a demonstration clinic behind it and a console for checks. It imports no other room
 * and no token library, so that a misreading in the client cannot be agreed with here.
 */
@NullMarked
package selfbooking.sandbox;

import org.jspecify.annotations.NullMarked;
