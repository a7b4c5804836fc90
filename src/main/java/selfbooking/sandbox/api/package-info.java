/**
 * The sandbox's clinic and its diary, with the lists, records and writes of the API.
 */
@NullMarked
package selfbooking.sandbox.api;

import org.jspecify.annotations.NullMarked;
