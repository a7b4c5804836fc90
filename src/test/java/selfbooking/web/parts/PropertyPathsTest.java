package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import selfbooking.web.outcome.BookedView;

class PropertyPathsTest {
    private final TemplateEngine engine = new TemplateEngine();

    PropertyPathsTest() {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PropertyPaths());
        engine.setDialect(dialect);
    }

    @Test
    void reads_accessors_step_by_step_and_the_size_of_a_list() {
        assertThat(shown("${page.chosen.when}")).isEqualTo("Monday 23\u00a0November 2026, 3:40\u00a0pm");
        assertThat(shown("${page.heading}")).isEqualTo("Your appointment is booked");
        assertThat(shown("${page.chosen.lines.size}")).isEqualTo("2");
        assertThat(shown("${nothing.at.all}")).isEmpty();
    }

    @Test
    void reads_a_map_by_its_keys_and_refuses_others() {
        Context context = new Context(null, Map.of("box", Map.of("givenName", "Ada")));

        assertThat(engine.process("<p th:text=\"${box.givenName}\"></p>", context))
                .isEqualTo("<p>Ada</p>");
        assertThatThrownBy(() -> engine.process("<p th:text=\"${box.size}\"></p>", context))
                .hasRootCauseMessage("Map1 has no size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "__${7*7}__::.x",
                "*{class}",
                "[[${7*7}]]",
                "${T(java.lang.Runtime)}",
                "#{x}",
                "@{/x}",
                "~{x}"
            })
    void text_that_looks_like_an_expression_stays_text(String payload) {
        Page page = new BookedView(payload, Samples.CHOSEN, "/");
        String html = engine.process("<p th:text=\"${page.reference}\"></p>", new Context(null, Map.of("page", page)));
        assertThat(html).isEqualTo("<p>" + payload + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${page.class}",
                "${page.getClass}",
                "${page.hashCode}",
                "${page.misspelt}",
                "${page.heading.length}",
                "${7*7}",
                "${page.heading()}",
                "${@java.lang.Runtime@getRuntime()}",
            })
    void anything_but_a_path_through_view_records_is_refused(String expression) {
        assertThatThrownBy(() -> shown(expression)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private String shown(String expression) {
        Page page = new BookedView("K7-42QX", Samples.CHOSEN, "/");
        String html = engine.process("<p th:text=\"" + expression + "\"></p>", new Context(null, Map.of("page", page)));
        return html.substring(3, html.length() - 4);
    }
}
