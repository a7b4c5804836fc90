/**
 * A stand-in for the coreplus server, reached by HTTP only. Shares no class with {@code coreplus}: a misreading there must not be agreed
 * with here.
 */
@NullMarked
package selfbooking.sandbox;

import org.jspecify.annotations.NullMarked;
