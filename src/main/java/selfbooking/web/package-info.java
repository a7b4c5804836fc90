/**
 * HTTP in, HTML out for patients: the route table, one handler per page, forms, rendering, headers and error pages.
 * The view records here hold strings that are ready for the templates; a template reads {@code shell}, {@code page}
 * and {@code title} and nothing else. May import {@code booking}. Only this room (and the sandbox) knows Javalin and
 * Thymeleaf.
 */
@NullMarked
package selfbooking.web;

import org.jspecify.annotations.NullMarked;
