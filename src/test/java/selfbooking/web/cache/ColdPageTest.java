package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.Figures;
import selfbooking.web.Visitor;

/** A page of which nothing is cached costs each step once: one search, one signature for a button, one rendering. */
class ColdPageTest extends AtKeptPages {

    private static final int MANY = 20;

    private Renderings renderings;
    private Signatures signatures;

    /** After the pages that all these tests begin with. */
    @BeforeEach
    void count() {
        renderings = new Renderings();
        signatures = new Signatures();
    }

    @AfterEach
    void stopCounting() {
        renderings.close();
        signatures.close();
    }

    @Test
    void cold_page_is_searched_for_signed_and_rendered_once() {
        double searches = searches();

        HttpResponse<String> page = app.get(inDays(42));

        assertThat(slots(page)).isNotEmpty();
        assertThat(signatures.count()).isEqualTo(slots(page).size());
        assertThat(searches()).isEqualTo(searches + 1);
        assertThat(renderings.count()).isEqualTo(1);
    }

    @Test
    void first_page_of_a_type_that_nobody_asked_for_is_made_once() {
        String type = types().get(2);
        double searches = searches();
        int signed = signatures.count();
        int rendered = renderings.count();

        HttpResponse<String> page = app.get(type);

        assertThat(signatures.count() - signed).isEqualTo(slots(page).size()).isPositive();
        assertThat(searches()).isEqualTo(searches + 1);
        assertThat(renderings.count()).isEqualTo(rendered + 1);
    }

    /** What the page itself waited for does not make it stale. */
    @Test
    void cold_page_is_cached_from_then_on() {
        HttpResponse<String> page = app.get(inDays(42));
        int signed = signatures.count();

        assertThat(app.get(inDays(42)).body()).isEqualTo(page.body());

        assertThat(renderings.count()).isEqualTo(1);
        assertThat(signatures.count()).isEqualTo(signed);
    }

    /** Each of them counts the same answers as its own. */
    @Test
    void different_pages_that_share_a_cold_read_are_each_made_once() {
        String type = types().get(2);
        int rendered = renderings.count();
        List<String> pages = Stream.iterate('a', letter -> (char) (letter + 1))
                .limit(MANY)
                .map(letter -> type + "&name=" + letter)
                .toList();

        pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> app.get(page)))
                .toList()
                .forEach(CompletableFuture::join);
        pages.forEach(app::get);

        assertThat(renderings.count()).isEqualTo(rendered + MANY);
    }

    private List<String> types() {
        return Visitor.all(app.get(HOME), "class=\"tile\" href=\"([^\"]+)\"");
    }

    private double searches() {
        return Figures.of(running).sum("selfbooking_diary_age_seconds_count", "what=\"catalogue\"");
    }
}
