package selfbooking.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Notes what no patient should cause: a word on the browser's console, a fault in a script, a request to a stranger. */
final class Witness {

    private final List<String> seen = new ArrayList<>();

    /** Addresses outside these origins are strangers. */
    Page watches(Page page, String... origins) {
        page.onConsoleMessage(message -> {
            var answered = message.text().matches(".*status of (404|409|422|503) .*");
            if (!answered && List.of("error", "warning").contains(message.type())) {
                seen.add(message.text());
            }
        });
        page.onPageError(seen::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("data:") && List.of(origins).stream().noneMatch(request.url()::startsWith)) {
                seen.add("asked someone else: " + request.url());
            }
        });
        return page;
    }

    void sawNothing() {
        assertThat(seen).isEmpty();
    }
}
