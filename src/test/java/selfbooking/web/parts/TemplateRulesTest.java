package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no template and no style may hold, whatever it shows. */
class TemplateRulesTest {
    private static final List<String> FORBIDDEN = List.of(
            "th:utext",
            "\\[\\(",
            "__\\$",
            "\\bparam\\.",
            "#execInfo",
            "~\\{[^}]*\\$\\{[^}]*\\}[^(}]*::", // a template named by a value
            "::\\s*\\$\\{", // a fragment named by a value
            "\\sstyle=",
            "<style",
            "<script(?![^>]*\\ssrc=| defer th:src=)",
            "th:on[a-z]+",
            "\\son[a-z]+=",
            "hx-on",
            "hx-vals=\"js:",
            "\\s(?:th:)?required\\b",
            "\\s(?:th:)?pattern=",
            "\\s(?:th:)?placeholder=",
            "\\$\\{(?!~)[^}]*[^A-Za-z0-9.}][^}]*\\}", // an expression that is more than a path
            "<form(?![^>]*\\snovalidate)");

    static Stream<Path> templates() throws IOException {
        return files("templates", ".html");
    }

    static Stream<Path> styles() throws IOException {
        return files("static/css", ".css");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_keeps_the_rules(Path file) {
        String text = read(file);
        FORBIDDEN.forEach(rule -> assertThat(text).doesNotContainPattern(Pattern.compile(rule)));
        assertThat(text.lines().count()).isLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_stands_alone_as_html_with_sample_text(Path file) {
        assertThat(read(file))
                .startsWith("<!doctype html>\n<html lang=\"en-AU\"")
                .containsPattern("<title[^>]*>[^<]{10,}</title>")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @MethodSource("styles")
    void style_lives_in_a_layer_and_stays_small(Path file) {
        assertThat(read(file)).contains("@layer ").doesNotContainPattern("@import|url\\([\"']?+(?!data:)");
        assertThat(read(file).lines().count()).isLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${page.heading}\">",
                "<p>[(${page.heading})]</p>",
                "<p th:text=\"__${page.heading}__\">",
                "<p th:text=\"${param.x}\">",
                "<p th:replace=\"~{${page.heading} :: part}\">",
                "<p th:replace=\"~{parts/x :: ${page.heading}}\">",
                "<p style=\"color: red\">",
                "<script>alert(1)</script>",
                "<p onclick=\"x()\">",
                "<p th:text=\"${page.heading + '!'}\">",
                "<form method=\"post\">",
                "<input required>",
            })
    void rules_see_what_they_are_for(String bad) {
        assertThat(FORBIDDEN)
                .anyMatch(rule -> Pattern.compile(rule).matcher(bad).find());
    }

    private static Stream<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            return found.filter(file -> file.toString().endsWith(end)).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
