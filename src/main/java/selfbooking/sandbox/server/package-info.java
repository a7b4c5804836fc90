/**
 * The sandbox's protocol: requests, answers, tokens, permissions and switches.
 */
@NullMarked
package selfbooking.sandbox.server;

import org.jspecify.annotations.NullMarked;
