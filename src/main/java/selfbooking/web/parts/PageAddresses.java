package selfbooking.web.parts;

/**
 * Every address of one clinic's pages.
 *
 * @param framed for a journey in another site's frame, which each of its addresses says
 */
public record PageAddresses(String slug, boolean framed) {

    /** What a framed journey's addresses say. */
    public static final String FRAME = "frame";

    public static final String FRAMED = "1";

    public String home() {
        return page("");
    }

    public String times() {
        return page("times");
    }

    public String bookings() {
        return page("bookings");
    }

    public String outcome(String key) {
        return page("bookings/" + key);
    }

    public String details(String key) {
        return step(key, "details");
    }

    public String check(String key) {
        return step(key, "check");
    }

    public String times(String key) {
        return step(key, "times");
    }

    public String swap(String key) {
        return step(key, "swap");
    }

    public String extend(String key) {
        return step(key, "extend");
    }

    public String release(String key) {
        return step(key, "release");
    }

    private String step(String key, String name) {
        return page("bookings/" + key + "/" + name);
    }

    private String page(String path) {
        return "/" + slug + "/" + path + (framed ? "?" + FRAME + "=" + FRAMED : "");
    }
}
