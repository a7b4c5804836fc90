/**
 * The patients' web server: listens, and holds the one table of what answers. Each group of pages has a room of its own below. May
 * import {@code booking} and nothing else of ours.
 */
@NullMarked
package selfbooking.web;

import org.jspecify.annotations.NullMarked;
