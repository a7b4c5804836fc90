package selfbooking.web.draft;

import selfbooking.web.parts.Page;

/** The key once was right; nothing is left behind it. {@code story} says how it ended, in a sentence. */
public record EndedView(String story, String homeHref) implements Page {

    @Override
    public String heading() {
        return "This page has ended";
    }
}
