package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unbescape.html.HtmlEscape;

/** Renders every view in all its states into {@code target/gallery}, to be looked at, and holds what all have in common. */
class GalleryTest {
    private static final Html HTML = new Html(true);

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void renders_with_one_heading_and_a_title_that_says_page_and_clinic(Samples.Sample sample) throws IOException {
        String html = HTML.render(sample.view(), sample.shell(), sample.page(), false);
        Files.writeString(Files.createDirectories(Path.of("target/gallery")).resolve(sample.name() + ".html"), html);

        assertThat(html).containsOnlyOnce("<h1").contains("<html lang=\"en-AU\" class=\"hue-");
        assertThat(HtmlEscape.unescapeHtml(title(html)))
                .contains(sample.page().heading())
                .contains(" – ");
        assertThat(title(html).startsWith("Error: ")).isEqualTo(sample.page().hasMistakes());
        assertThat(html).doesNotContain("th:", "<script>", "${", "null");
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void fragment_stands_word_for_word_in_its_page(Samples.Sample sample) {
        String page = HTML.render(sample.view(), sample.shell(), sample.page(), false);
        String fragment = HTML.render(sample.view(), sample.shell(), sample.page(), true);
        String title = "<title>" + title(page) + "</title>\n";

        assertThat(fragment).startsWith(title);
        assertThat(page).contains(fragment.substring(title.length()));
        assertThat(fragment.length()).isGreaterThan(title.length() + 80);
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void templates_from_the_jar_give_the_same_page(Samples.Sample sample) {
        assertThat(new Html(false).render(sample.view(), sample.shell(), sample.page(), false))
                .isEqualTo(HTML.render(sample.view(), sample.shell(), sample.page(), false));
    }

    @Test
    void every_view_has_a_sample() {
        List<View> seen = new ArrayList<>();
        Samples.all().forEach(sample -> seen.add(sample.view()));
        assertThat(seen).contains(View.values());
    }

    private static String title(String html) {
        return html.substring(html.indexOf("<title>") + 7, html.indexOf("</title>"));
    }
}
