/**
 * The worker that takes a sent booking into the diary: finds the patient, books, looks for what got lost, and records the outcome.
 */
@NullMarked
package selfbooking.booking.submit;

import org.jspecify.annotations.NullMarked;
