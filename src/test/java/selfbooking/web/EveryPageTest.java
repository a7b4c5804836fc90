package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.unbescape.html.HtmlEscape;
import selfbooking.RunningApp;

/** What holds for each page of a journey, wherever it leads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final String CLINIC = " – Harbour Street Clinic";
    private static final Pattern AVOIDED = Pattern.compile(
            "\\b(please|invalid|valid|required field|illegal|oops|medicare|dva|ihi|concession)\\b|(?<!\\d )\\b[45]\\d\\d\\b(?! \\d)|!",
            Pattern.CASE_INSENSITIVE);
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final Set<String> ALIKE = Set.of("taken", "check that changed", "no such booking");
    private static final Set<String> UNFRAMED = Set.of("not found");
    private static final Set<String> BEFORE_A_DRAFT = Set.of("home", "times");

    private RunningApp running;
    private Map<String, HttpResponse<String>> pages = Map.of();

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(
                folder, Map.of("FRAME_SITES", "https://clinic.example", "BASE_URL", "https://book.clinic.example"));
        pages = PagesOfJourney.all(running);
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void one_heading_gives_the_page_its_title_and_its_language_is_known() {
        pages.forEach((name, page) -> {
            assertThat(headings(page)).as(name).hasSize(1);
            String error = name.equals("details with mistakes") ? "Error: " : "";
            assertThat(title(page)).as(name).isEqualTo(error + headings(page).get(0) + CLINIC);
            assertThat(page.body()).as(name).contains("<html lang=\"en-AU\"");
        });
    }

    @Test
    void no_two_pages_share_a_title_unless_they_say_the_same() {
        var titles = new LinkedHashMap<>(pages);
        titles.keySet().removeAll(ALIKE);

        assertThat(titles.values()).extracting(EveryPageTest::title).doesNotHaveDuplicates();
    }

    @Test
    void words_neither_beg_nor_blame_nor_ask_for_a_card() {
        pages.forEach((name, page) -> assertThat(words(page)).as(name).doesNotContainPattern(AVOIDED));
        assertThat(AVOIDED.matcher("Error 503").find()).isTrue();
    }

    @Test
    void only_a_fault_says_sorry() {
        pages.forEach((name, page) -> {
            if (page.statusCode() < 500) {
                assertThat(words(page)).as(name).doesNotContainPattern("(?i)\\bsorry\\b");
            }
        });
    }

    @Test
    void browser_is_told_exactly_what_it_may_do() {
        pages.forEach((name, page) -> {
            String framers = UNFRAMED.contains(name) ? "'none'" : "'self' https://clinic.example";
            assertThat(page.headers().map())
                    .as(name)
                    .containsEntry("Content-Security-Policy", List.of(POLICY + framers))
                    .containsEntry("Referrer-Policy", List.of("no-referrer"))
                    .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Strict-Transport-Security", List.of("max-age=31536000"))
                    .doesNotContainKey("Set-Cookie");
            assertThat(page.headers().firstValue("Cache-Control"))
                    .as(name)
                    .contains(BEFORE_A_DRAFT.contains(name) ? "no-cache" : "no-store");
        });
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_no_script_stands_in_a_page() {
        pages.forEach((name, page) -> {
            List<String> loaded =
                    new ArrayList<>(Visitor.all(page, "<(?:link|script|img|iframe)[^>]*\\s(?:href|src)=\"([^\"]+)\""));
            assertThat(loaded).as(name).isNotEmpty().allMatch(from -> from.matches("/(?!/).*|data:image/.*"));
            assertThat(page.body()).as(name).doesNotContainPattern("<script(?![^>]*\\ssrc=\"/)|\\sstyle=|\\son[a-z]+=");
        });
    }

    @Test
    void statuses_are_those_of_their_kind() {
        var statuses = new LinkedHashMap<String, Integer>();
        pages.forEach((name, page) -> statuses.put(name, page.statusCode()));

        assertThat(statuses)
                .containsEntry("details with mistakes", 422)
                .containsEntry("check that changed", 409)
                .containsEntry("lost", 409)
                .containsEntry("taken", 200)
                .containsEntry("booked", 200)
                .containsEntry("call", 200)
                .containsEntry("ended", 200)
                .containsEntry("not found", 404)
                .containsEntry("no such booking", 404)
                .containsEntry("diary unreachable", 503);
    }

    @Test
    void practitioner_who_is_not_published_is_on_no_page() {
        pages.forEach((name, page) ->
                assertThat(page.body()).as(name).doesNotContain("Hartigan").doesNotContain("Gregory"));
        assertThat(new TreeSet<>(Visitor.all(Objects.requireNonNull(pages.get("home")), "<h3>([^<]+)</h3>")))
                .hasSize(5);
    }

    private static List<String> headings(HttpResponse<String> page) {
        return Visitor.all(page, "<h1[^>]*>([^<]*)</h1>").stream()
                .map(HtmlEscape::unescapeHtml)
                .toList();
    }

    private static String title(HttpResponse<String> page) {
        return HtmlEscape.unescapeHtml(
                Visitor.all(page, "<title>([^<]*)</title>").get(0));
    }

    private static String words(HttpResponse<String> page) {
        String body = page.body();
        return HtmlEscape.unescapeHtml(body.substring(body.indexOf("<body"))
                .replaceAll("(?s)<!--.*?-->|<[^>]*>", " ")
                .replaceAll("\\s+", " "));
    }
}
