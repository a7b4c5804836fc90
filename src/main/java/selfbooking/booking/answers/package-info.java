/**
 * What a patient types about themselves, and the rules that turn it into answers a clinic can use. Part of {@code booking}; knows
 * libphonenumber; imports nothing else of ours.
 */
@NullMarked
package selfbooking.booking.answers;

import org.jspecify.annotations.NullMarked;
