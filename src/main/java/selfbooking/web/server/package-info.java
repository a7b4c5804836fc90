/**
 * HTTP: a request as handlers read it, what they answer, headers, error pages, the request log, metrics, static files and the patient's
 * network address. Knows Javalin and Jetty.
 */
@NullMarked
package selfbooking.web.server;

import org.jspecify.annotations.NullMarked;
