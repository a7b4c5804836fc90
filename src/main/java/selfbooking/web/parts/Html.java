package selfbooking.web.parts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.unbescape.html.HtmlEscape;

/**
 * Turns a view and its record into HTML. Safe for many threads.
 *
 * <p>A template sees {@code shell}, {@code page} and {@code title}, never a request: nothing that came in can stand in
 * the place of an expression.
 */
public final class Html {
    private static final Locale ENGLISH = Locale.forLanguageTag("en-AU");

    private final TemplateEngine engine = new TemplateEngine();
    /** More than these at once would only take the processors from each other, and all would be late. */
    private final Semaphore underWay = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** With {@code live}, templates are read from {@code ./templates} at each rendering, else once from the jar. */
    public Html(boolean live) {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PropertyPaths());
        engine.setDialect(dialect);
        engine.setTemplateResolver(resolver(live));
    }

    /**
     * The whole page or, with {@code fragmentOnly}, its title and the part that htmx puts in place of the old one: the
     * same markup that the page holds.
     */
    public String render(View view, Shell shell, Page page, boolean fragmentOnly) {
        String title = title(shell, page);
        Context context = new Context(ENGLISH, Map.of("shell", shell, "page", page, "title", title));
        if (!fragmentOnly) {
            return filled(view, Set.of(), context);
        }
        String part = filled(view, Set.of(view.fragment()), context);
        return "<title>" + HtmlEscape.escapeHtml4Xml(title) + "</title>\n" + part.strip();
    }

    private String filled(View view, Set<String> fragments, Context context) {
        underWay.acquireUninterruptibly();
        try {
            return engine.process(view.template(), fragments, context);
        } finally {
            underWay.release();
        }
    }

    public static String title(Shell shell, Page page) {
        return (page.hasMistakes() ? "Error: " : "") + page.heading() + " – " + shell.clinic();
    }

    private static AbstractConfigurableTemplateResolver resolver(boolean live) {
        AbstractConfigurableTemplateResolver resolver =
                live ? new FileTemplateResolver() : new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(!live);
        return resolver;
    }
}
