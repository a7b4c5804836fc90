package selfbooking.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.RunningApp;

/** Times as those hear them who cannot see where on the page they stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimesTest {

    private static final Pattern WHOLE_NAME = Pattern.compile("^\\d{1,2}:\\d\\d\\s[ap]m, (today, |tomorrow, )?"
            + "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d{1,2}\\s(January|February|March|April|May|June|July|August|"
            + "September|October|November|December), with \\S+ \\S+.*");

    private RunningApp app;
    private RealBrowser browser;
    private BrowserContext visitor;

    @BeforeAll
    void open(@TempDir Path folder) {
        app = RunningApp.start(folder);
        browser = new RealBrowser();
        visitor = browser.visitor(with -> with);
    }

    @AfterAll
    void close() {
        browser.close();
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "times", "times?part=evening"})
    void name_of_a_time_is_whole(String path) {
        var page = visit(path);
        var times = page.locator("button[name=slot]");
        var named = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(WHOLE_NAME));

        assertThat(times.count()).isPositive();
        assertThat(named).hasCount(times.count());
        assertThat(named.evaluateAll("all => all.map(e => e.ariaLabel + e.form.action)")
                        .toString())
                .isEqualTo(times.evaluateAll("all => all.map(e => e.ariaLabel + e.form.action)")
                        .toString());
    }

    @Test
    void day_without_times_is_no_link_and_no_button() {
        var page = visit("times");

        assertThat(page.locator("[disabled], [aria-disabled]")).hasCount(0);
        assertThat(page.locator("section.day:not(:has(button[name=slot]))")).hasCount(0);
        assertThat(page.locator("section.day header a, section.day header button"))
                .hasCount(0);
        assertThat(page.locator("section.day header")).not().hasCount(0);
    }

    @Test
    void search_without_times_says_so_in_plain_text() {
        var page = visit("times?part=evening&location=nowhere&from="
                + LocalDate.now(ZoneOffset.UTC).plusYears(9));

        assertThat(page.locator(".nothing p").first()).containsText("No times from");
        assertThat(page.locator("button[name=slot], section.day, [disabled], [aria-disabled]"))
                .hasCount(0);
    }

    private Page visit(String path) {
        var page = visitor.newPage();
        page.navigate(app.origin() + "/clinic/" + path);
        return page;
    }
}
