/**
 * The API in the API's words: calls, addresses, lenient JSON, dates, paging.
 */
@NullMarked
package selfbooking.coreplus.api;

import org.jspecify.annotations.NullMarked;
