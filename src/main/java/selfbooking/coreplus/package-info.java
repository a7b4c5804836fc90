/**
 * The coreplus API in the API's words: token, gate, deadline, calls, and lenient reading of the answers.
 *
 * <p>It may import no other room and could be lifted out as a library. Only this room knows Unirest and java-jwt.
 * "API notes" in comments means the project's own reference of the coreplus API.
 */
@NullMarked
package selfbooking.coreplus;

import org.jspecify.annotations.NullMarked;
