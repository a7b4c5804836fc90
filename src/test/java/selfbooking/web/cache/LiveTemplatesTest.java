package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where templates are edited, a page is made for each view, and is otherwise sent as ever. */
class LiveTemplatesTest extends AtKeptPages {

    @Override
    Map<String, String> settings() {
        return Map.of("LIVE", "true");
    }

    @Test
    void page_is_made_for_each_view_and_known_by_its_tag() {
        try (var renderings = new Renderings()) {
            var page = app.get(HOME);
            var again = app.get(
                    HOME, "If-None-Match", page.headers().firstValue("ETag").orElseThrow());

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(renderings.count()).isEqualTo(2);
        }
    }
}
