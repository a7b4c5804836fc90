package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.web.Visitor;

/** Addresses that ask for the same page share it, whatever else stands in them. */
class CacheKeyTest extends AtKeptPages {

    private static final String LINK = "(?:href|hx-get|hx-post|action)=\"([^\"]+)\"";
    private static final String IGNORED =
            "Part of what the address asked for is not at this clinic, so it was left out.";
    private static final List<String> UNKNOWN = List.of("utm_source", "fbclid", "gclid", "x", "_");

    private Renderings renderings;

    /** After the pages that all these tests begin with. */
    @BeforeEach
    void count() {
        renderings = new Renderings();
    }

    @AfterEach
    void stopCounting() {
        renderings.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?name=e&", "times?", "times?part=morning&"})
    void thirty_unknown_parameters_make_one_page_whose_links_drop_them(String path) {
        var pages = new HashSet<String>();
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> page = app.get(HOME + path + UNKNOWN.get(i % UNKNOWN.size()) + "=junk" + i);
            assertThat(page.statusCode()).isEqualTo(200);
            pages.add(page.body());
        }
        pages.add(app.get(HOME + path.substring(0, path.length() - 1)).body());

        assertThat(renderings.count()).isLessThanOrEqualTo(1);
        assertThat(pages).hasSize(1).noneMatch(page -> page.contains("junk"));
    }

    @Test
    void order_of_parameters_and_their_repetition_make_no_other_page() {
        List<String> ids = idsOf("practitioner");
        String who = "practitioner=" + ids.get(0);
        int before = renderings.count();

        Stream.of(
                        "part=morning&" + who,
                        who + "&part=MORNING",
                        who + "&" + who + "&part=morning&part=evening",
                        who.toUpperCase(Locale.ROOT).replace("PRACTITIONER", "practitioner") + "&part=morning",
                        "&&part=morning&" + who.replace("-", "%2d"))
                .forEach(query -> assertThat(slots(app.get(HOME + "times?" + query)))
                        .as(query)
                        .isNotEmpty());

        assertThat(renderings.count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"times?type=", "times?practitioner=", "?location="})
    void ids_that_the_clinic_does_not_have_share_one_page_that_says_so(String path) {
        var pages = new HashSet<String>();
        IntStream.range(0, 30)
                .forEach(i -> pages.add(app.get(HOME + path + "none" + i).body()));

        assertThat(renderings.count()).isEqualTo(1);
        assertThat(pages).hasSize(1).allMatch(page -> page.contains(IGNORED) && !page.contains("none0"));
        assertThat(app.get(HOME + path).body()).doesNotContain(IGNORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?name=e&", "times?", "times?part=morning&"})
    void framed_page_is_another_one_and_says_so_in_every_link(String path) {
        HttpResponse<String> page = app.get(HOME + path + "frame=1");

        assertThat(links(page)).isNotEmpty().allMatch(link -> link.matches(".*[?;&]frame=1\\b.*"));
        assertThat(app.get(HOME + path + "frame=0").body()).doesNotContain("frame");
    }

    @Test
    void framed_journey_stays_framed() {
        HttpResponse<String> page = app.get(times + "&frame=1");
        String start = Visitor.all(page, "action=\"([^\"]+)\"").get(0);
        String details = Visitor.location(app.post(start, "slot", slots(page).get(0)));
        HttpResponse<String> form = app.get(details);

        assertThat(details).endsWith("/details?frame=1");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(links(form)).isNotEmpty().allMatch(link -> link.contains("frame=1"));
        assertThat(Visitor.location(app.get("/?frame=1"))).isEqualTo(HOME + "?frame=1");
        assertThat(Visitor.location(app.get("/clinic?frame=1"))).isEqualTo(HOME + "?frame=1");
        assertThat(links(app.get(HOME + "nowhere?frame=1"))).allMatch(link -> link.contains("frame=1"));
    }

    private List<String> idsOf(String parameter) {
        return Visitor.all(app.get(HOME), "[?;&]" + parameter + "=([^\"&]+)");
    }

    /** To our own pages. */
    private static List<String> links(HttpResponse<String> page) {
        return Visitor.all(page, LINK).stream()
                .filter(link -> link.startsWith("/") && !link.startsWith("/static/"))
                .toList();
    }
}
