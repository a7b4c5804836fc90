/**
 * One exchange with the server: signing, the server's clock, deadlines, retries, the circuit breaker. Knows Unirest, java-jwt and
 * failsafe.
 */
@NullMarked
package selfbooking.coreplus.http;

import org.jspecify.annotations.NullMarked;
