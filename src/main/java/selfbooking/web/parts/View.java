package selfbooking.web.parts;

/** Every template that a handler may choose, with the named part of it that htmx gets. View names come from here only. */
public enum View {
    HOME("pages/home", "results"),
    TIMES("pages/times", "results"),
    DETAILS("pages/details", "hold"),
    CHECK("pages/check", "hold"),
    BOOKED("pages/booked", "outcome"),
    ASKING("pages/asking", "outcome"),
    LOST("pages/lost", "outcome"),
    CALL("pages/call", "outcome"),
    ENDED("pages/ended", "outcome"),
    PROBLEM("pages/problem", "trouble");

    private final String template;
    private final String fragment;

    View(String template, String fragment) {
        this.template = template;
        this.fragment = fragment;
    }

    public String template() {
        return template;
    }

    public String fragment() {
        return fragment;
    }

    /** Whether that part is all of {@code #page}: whatever was to be replaced, only the page has room for it. */
    public boolean wholePage() {
        return fragment.equals("outcome");
    }
}
