package selfbooking.journeys;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** Someone without a pointer: only Tab, Enter, Space and letters. */
final class Keyboard {

    private static final int MOST_TABS = 150;
    private static final String NAME_OF_FOCUSED = """
            () => {
              const e = document.activeElement;
              return e.getAttribute('aria-label') || (e.labels && e.labels.length ? e.labels[0].textContent : e.textContent);
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on with Tab until what has the focus bears the name. */
    Keyboard tabTo(String name) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if (focused().equals(name)) {
                return this;
            }
        }
        throw new AssertionError("Tab never reached " + name);
    }

    Keyboard tabToTime() {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if (focused().contains(", with ")) {
                return this;
            }
        }
        throw new AssertionError("Tab never reached a time");
    }

    private String focused() {
        return String.valueOf(page.evaluate(NAME_OF_FOCUSED))
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }
}
