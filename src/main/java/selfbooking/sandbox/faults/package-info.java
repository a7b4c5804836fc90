/**
 * Faults that the console arms: what a network or a server in trouble does to a call, on purpose and at a known moment.
 * It knows Javalin and Jetty, and nothing of the clinic; the rest of the sandbox hands it a call and the work that the
 * call asks for.
 */
@NullMarked
package selfbooking.sandbox.faults;

import org.jspecify.annotations.NullMarked;
