package selfbooking.web.parts;

/** What one page shows: a record of strings ready for its template. */
public interface Page {

    /** The page's only {@code h1}; the title starts with it. */
    String heading();

    /** Whether a form came back with mistakes: the title then starts with "Error:". */
    default boolean hasMistakes() {
        return false;
    }
}
