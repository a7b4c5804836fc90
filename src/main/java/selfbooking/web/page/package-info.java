/**
 * What pages show: a record for each page with its texts ready, the templates' rendering, and the files that pages load. Part of
 * {@code web}; knows Thymeleaf; imports nothing else of ours.
 */
@NullMarked
package selfbooking.web.page;

import org.jspecify.annotations.NullMarked;
