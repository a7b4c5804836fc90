/**
 * What a patient types, and the rules that turn it into answers. Knows libphonenumber.
 */
@NullMarked
package selfbooking.booking.draft.answers;

import org.jspecify.annotations.NullMarked;
