package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.web.parts.Samples;

class AssetsTest {
    private final Assets assets = new Assets(false);

    @Test
    void styles_scripts_and_htmx_take_a_request_each_and_keep_the_weight() {
        int weight = Stream.of("booking.css", "booking.js", "htmx.js")
                .mapToInt(name -> asset(name).body().gzipped().length)
                .sum();
        assertThat(weight).isLessThan(40_000);
    }

    @Test
    void address_changes_with_content_only() {
        assertThat(asset("booking.css").href()).matches("/static/[0-9a-f]{16}/booking.css");
        assertThat(asset("booking.css").href())
                .isEqualTo(
                        new Asset("booking.css", "", asset("booking.css").body().bytes()).href());
        assertThat(new Asset("a", "", new byte[] {1}).hash()).isNotEqualTo(new Asset("a", "", new byte[] {2}).hash());
    }

    @Test
    void live_files_and_those_in_the_jar_are_the_same() {
        assertThat(Objects.requireNonNull(new Assets(true).find("booking.css"))
                        .body()
                        .bytes())
                .isEqualTo(asset("booking.css").body().bytes());
    }

    @Test
    void layers_are_declared_before_any_part_and_every_hue_has_its_class() {
        String css = new String(asset("booking.css").body().bytes(), StandardCharsets.UTF_8);
        assertThat(css.indexOf("@layer reset, tokens")).isBetween(0, 200);
        for (int hue = 0; hue < 360; hue++) {
            assertThat(css).contains("." + Samples.shell(hue).hueClass() + " {");
        }
    }

    @Test
    void other_names_are_not_found() {
        assertThat(assets.find("package.json")).isNull();
        assertThat(assets.find("../templates/layout.html")).isNull();
    }

    private Asset asset(String name) {
        return Objects.requireNonNull(assets.find(name));
    }
}
