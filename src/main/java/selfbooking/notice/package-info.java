/**
 * Tells people afterwards: mail that is written in the transaction of what it tells about, and the worker that sends it. May import
 * {@code store}; only it knows the mail library.
 */
@NullMarked
package selfbooking.notice;

import org.jspecify.annotations.NullMarked;
