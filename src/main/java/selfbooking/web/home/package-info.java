/**
 * The clinic's first page: who practises, and the next times with each.
 */
@NullMarked
package selfbooking.web.home;

import org.jspecify.annotations.NullMarked;
