/**
 * The pages from a tap on a time to the button that sends the booking: details, check, and the time that got lost.
 */
@NullMarked
package selfbooking.web.draft;

import org.jspecify.annotations.NullMarked;
