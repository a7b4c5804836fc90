package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state in a real browser: axe, widths, sizes of what is tapped. Leaves a picture of each in the gallery. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('main button:not(.hidden), main .tick, .pill, .tile, .more, .back, .call, .clinic')]
              .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
              .filter(([name, box]) => box.height > 0 && (box.height < 43.9 || box.width < 43.9))
              .map(([name, box]) => name + ' ' + box.width + '×' + box.height)
            """;

    private Gallery gallery;

    @BeforeAll
    void open() throws IOException {
        gallery = new Gallery();
    }

    @AfterAll
    void close() {
        gallery.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void wide_light_and_phone_dark_pass_axe(Samples.Sample sample) {
        assertThat(violations(sample, 1280, ColorScheme.LIGHT)).isEmpty();
        assertThat(violations(sample, 390, ColorScheme.DARK)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fits_320_pixels_and_twice_the_text_with_targets_for_thumbs(Samples.Sample sample) {
        com.microsoft.playwright.Page page = gallery.open(320, ColorScheme.LIGHT);
        page.navigate(gallery.address(sample.name()));
        assertThat(overflow(page)).isZero();
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();

        page.setViewportSize(640, 900);
        page.evaluate("() => document.documentElement.style.fontSize = '200%'");
        assertThat(overflow(page)).isZero();
        page.setViewportSize(320, 900);
    }

    static List<Samples.Sample> samples() {
        return selfbooking.Sample.of(8, Samples.all());
    }

    private List<String> violations(Samples.Sample sample, int width, ColorScheme scheme) {
        com.microsoft.playwright.Page page = gallery.open(width, scheme);
        List<String> found = new ArrayList<>();
        Consumer<ConsoleMessage> console = message -> found.add(message.text());
        page.onConsoleMessage(console);
        page.navigate(gallery.address(sample.name()));
        Gallery.shoot(page, sample.name() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        new AxeBuilder(page)
                .withTags(TAGS)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(rule.getId() + " " + rule.getNodes()));
        page.offConsoleMessage(console);
        return found;
    }

    private static int overflow(com.microsoft.playwright.Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
