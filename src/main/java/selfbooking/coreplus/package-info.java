/**
 * The clinic's diary in coreplus: one gateway for all clinics of a consumer, and the adapter to our words.
 */
@NullMarked
package selfbooking.coreplus;

import org.jspecify.annotations.NullMarked;
