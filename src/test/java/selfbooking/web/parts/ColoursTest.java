package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours as the browser mixes them: every hue a clinic may choose, forced colours, paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColoursTest {
    private static final String TOO_FAINT = """
            () => {
              const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              const probe = document.createElement('i');
              document.body.append(probe);
              const resolved = (token) => {
                probe.style.color = `var(${token})`;
                return getComputedStyle(probe).color;
              };
              const luminance = (token) => {
                canvas.fillStyle = resolved(token);
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const ratio = (a, b) => {
                const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
                return (x + 0.05) / (y + 0.05);
              };
              const pairs = PAIRS;
              const faint = [];
              for (let hue = 0; hue < 360; hue += 10) {
                document.documentElement.className = 'hue-' + hue;
                for (const [over, under, least] of pairs) {
                  const found = ratio('--' + over, '--' + under);
                  if (found < least) faint.push(`${hue}: ${over} on ${under} ${found.toFixed(2)}`);
                }
              }
              return faint;
            }
            """.replace("PAIRS", """
                            [['ink', 'ground', 7], ['ink-soft', 'ground', 4.5], ['ink-soft', 'card', 4.5],
                             ['accent', 'ground', 4.5], ['accent', 'card', 4.5], ['accent', 'accent-tint', 4.5],
                             ['accent-strong', 'accent-tint', 7], ['accent-strong', 'card', 7], ['on-accent', 'accent', 4.5],
                             ['on-accent', 'accent-strong', 4.5], ['on-deep', 'deep', 7], ['on-deep-soft', 'deep', 4.5],
                             ['ink', 'accent-tint', 7], ['ink-soft', 'accent-tint', 4.5], ['note', 'note-tint', 4.5],
                             ['wrong', 'wrong-tint', 4.5], ['wrong', 'ground', 4.5], ['field-line', 'card', 3],
                             ['focus', 'ground', 3], ['focus', 'card', 3], ['focus', 'focus-halo', 3], ['focus', 'deep', 1.2]]
                            """);

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
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_hue_of_a_clinic_keeps_its_contrast(ColorScheme scheme) {
        com.microsoft.playwright.Page page = gallery.bare(scheme);
        page.navigate(gallery.address("home"));
        assertThat((List<?>) page.evaluate(TOO_FAINT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "times-own", "details-mistakes", "check", "booked"})
    void forced_colours_and_reduced_motion_pass_axe(String sample) {
        com.microsoft.playwright.Page page = gallery.open(900, ColorScheme.DARK);
        page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(gallery.address(sample));
        Gallery.shoot(page, sample + "-forced");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booked", "check"})
    void paper_shows_the_reference_and_nothing_to_tap(String sample) {
        com.microsoft.playwright.Page page = gallery.open(700, ColorScheme.LIGHT);
        page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate(gallery.address(sample));
        Gallery.shoot(page, sample + "-paper");
        assertThat(page.locator(".button:visible, .more:visible, .demo:visible").count())
                .isZero();
        assertThat(page.getByText("Monday 23\u00a0November 2026, 3:40\u00a0pm").isVisible())
                .isTrue();
    }
}
