package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.unbescape.html.HtmlEscape;

/** Our paths read from a record what Thymeleaf's own expression language reads: every page and fragment has the same bytes. */
class SameAsOgnlTest {
    private static final Html HTML = new Html(false);
    private static final TemplateEngine OGNL = new TemplateEngine();

    static {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        OGNL.setTemplateResolver(resolver);
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void page_has_the_same_bytes(Samples.Sample sample) {
        assertThat(HTML.render(sample.view(), sample.shell(), sample.page(), false))
                .isEqualTo(OGNL.process(sample.view().template(), context(sample)));
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void fragment_has_the_same_bytes(Samples.Sample sample) {
        String part = OGNL.process(
                        sample.view().template(), Set.of(sample.view().fragment()), context(sample))
                .strip();
        String title = HtmlEscape.escapeHtml4Xml(Html.title(sample.shell(), sample.page()));

        assertThat(HTML.render(sample.view(), sample.shell(), sample.page(), true))
                .isEqualTo("<title>" + title + "</title>\n" + part);
    }

    private static Context context(Samples.Sample sample) {
        String title = Html.title(sample.shell(), sample.page());
        return new Context(
                Locale.forLanguageTag("en-AU"), Map.of("shell", sample.shell(), "page", sample.page(), "title", title));
    }
}
