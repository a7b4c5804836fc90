/**
 * What pages share: layout, fields, links, time buttons, phrases, Australian dates, the template engine and the addresses of pages. Knows
 * Thymeleaf.
 */
@NullMarked
package selfbooking.web.parts;

import org.jspecify.annotations.NullMarked;
