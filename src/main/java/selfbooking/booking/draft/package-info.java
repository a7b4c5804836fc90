/**
 * Holds and drafts, from a tap on a time to the moment the patient sends the booking, with the signed slots of the pages.
 */
@NullMarked
package selfbooking.booking.draft;

import org.jspecify.annotations.NullMarked;
