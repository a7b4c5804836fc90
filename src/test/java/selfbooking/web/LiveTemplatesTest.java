package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;
import selfbooking.SetClock;

/** Where templates are edited, a page is made for each view, and is otherwise sent as ever. */
class LiveTemplatesTest {

    @Test
    void page_is_made_for_each_view_and_not_sent_twice(@TempDir Path folder) {
        try (var running = RunningApp.start(folder, Map.of("LIVE", "true"), new SetClock());
                var renderings = new Renderings()) {
            var app = new Visitor(running);
            var page = app.get(HOME);
            var again = app.get(
                    HOME, "If-None-Match", page.headers().firstValue("ETag").orElseThrow());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(renderings.count()).isEqualTo(2);
        }
    }
}
