package selfbooking.web.parts;

/**
 * When the diary gave the times on this page.
 *
 * @param text "Times checked at 2:04 pm"
 * @param href asks again
 * @param old over two minutes ago: marked
 * @param instant ISO instant, from which the script says "40 seconds ago"
 */
public record CheckedAt(String text, String href, boolean old, String instant) {}
