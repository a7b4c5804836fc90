package selfbooking.web.parts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import selfbooking.web.outcome.BookedView;

/** What scripts add to pages that work without them, in a real browser against answers of our own templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImprovementsTest {
    private static final Html HTML = new Html(false);

    private Gallery gallery;
    private com.microsoft.playwright.Page page;

    @BeforeAll
    void open() throws IOException {
        gallery = new Gallery();
    }

    @AfterAll
    void close() {
        gallery.close();
    }

    @BeforeEach
    void fresh() {
        page = gallery.fresh(800, ColorScheme.LIGHT);
    }

    @Test
    void filter_replaces_the_results_moves_the_focus_and_says_the_count() {
        answer("**/harbour/?location=1", View.HOME, SampleSearch.emptyHome(), 200);
        page.navigate(gallery.address("home"));
        page.getByRole(AriaRole.LINK, name("Harbour Street")).last().click();

        assertThat(page.getByText("There are no times to show")).isFocused();
        assertThat(page.locator("#status")).hasText("No times found");
        assertThat(page).hasURL(Pattern.compile("location=1$"));
        assertThat(page).hasTitle("Book an appointment – Harbour Street Physiotherapy");
    }

    @Test
    void refusal_is_shown_and_said_with_the_phone_and_leaves_the_rest() {
        answer("**/harbour/?location=1", View.PROBLEM, ProblemView.busy(null), 503);
        page.navigate(gallery.address("home"));
        page.getByRole(AriaRole.LINK, name("Harbour Street")).last().click();

        assertThat(page.locator("#problem")).containsText("call " + Samples.PHONE);
        assertThat(page.locator("#status")).containsText("cannot reach the clinic’s diary");
        assertThat(page.getByText("Tobias Akinyemi").first()).isVisible();
        assertThat(page).hasTitle("Book an appointment – Harbour Street Physiotherapy");
    }

    @Test
    void form_whose_sending_was_stopped_can_be_sent_again() {
        List<String> sent = new ArrayList<>();
        page.clock().install();
        page.route("**/b", route -> {
            sent.add(route.request().method());
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        page.navigate(gallery.address("lost"));
        Locator time = page.locator("button.time").first();
        page.waitForRequest("**/b", time::click);
        time.click();
        assertThat(page.locator("form[data-sent]")).hasCount(1);

        page.clock().fastForward(10_000);
        assertThat(page.locator("form[data-sent]")).hasCount(0);
        page.waitForRequest("**/b", time::click);
        assertThat(sent).containsExactly("POST", "POST");
    }

    @Test
    void no_answer_at_all_is_shown_and_said() {
        page.route("**/harbour/?location=1", Route::abort);
        page.navigate(gallery.address("home"));
        page.getByRole(AriaRole.LINK, name("Harbour Street")).last().click();

        assertThat(page.locator("#problem")).containsText("No answer came back");
        assertThat(page.locator("#status")).containsText("call " + Samples.PHONE);
    }

    @Test
    void hold_line_is_asked_for_again_two_minutes_before_its_end() {
        Page warned = Samples.details(Map.of(), Map.of(), 119);
        answer("**/k3y/details", View.DETAILS, warned, 200);
        page.clock().install();
        page.navigate(gallery.address("details"));
        page.getByLabel("First name").fill("Ngaire");
        page.clock().fastForward(281_000);

        assertThat(page.locator("#status")).hasText("We are keeping this time for about 2 minutes more");
        assertThat(page.locator("#hold.warn")).isVisible();
        assertThat(page.getByLabel("First name")).isFocused();
        assertThat(page.getByLabel("First name")).hasValue("Ngaire");
    }

    @Test
    void keeping_it_longer_loses_nothing_typed_and_keeps_the_focus() {
        answer("**/k3y/extend", View.DETAILS, Samples.details(Map.of(), Map.of(), 480), 200);
        page.navigate(gallery.address("details"));
        page.getByLabel("First name").fill("Ngaire");
        page.getByRole(AriaRole.BUTTON, name("Keep it longer")).click();

        assertThat(page.locator("#status")).containsText("We are keeping this time for you until");
        assertThat(page.getByRole(AriaRole.BUTTON, name("Keep it longer"))).isFocused();
        assertThat(page.getByLabel("First name")).hasValue("Ngaire");
    }

    @Test
    void waiting_page_becomes_the_booked_page_by_itself() {
        answer("**/bookings/k3y", View.BOOKED, new BookedView("K7-42QX", Samples.CHOSEN, "/harbour/"), 200);
        page.navigate(gallery.address("asking"));

        Locator heading = page.getByRole(AriaRole.HEADING, heading("Your appointment is booked"));
        assertThat(heading).isFocused();
        assertThat(page).hasTitle("Your appointment is booked – Harbour Street Physiotherapy");
    }

    @Test
    void form_is_sent_once_however_often_pressed() {
        List<Request> sent = new ArrayList<>();
        page.route("**/k3y/check", route -> stay(route, () -> sent.add(route.request())));
        page.navigate(gallery.address("check"));
        page.getByRole(AriaRole.BUTTON, name("Book this appointment")).dblclick();
        page.waitForCondition(() -> !sent.isEmpty());

        assertThat(page.locator("form[data-sent]")).hasCount(1);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).postData()).isEqualTo("seen=d1gest");
    }

    @Test
    void return_key_in_a_box_continues_rather_than_extends() {
        List<String> sent = new ArrayList<>();
        page.route(
                "**/k3y/*", route -> stay(route, () -> sent.add(route.request().url())));
        page.navigate(gallery.address("details"));
        page.getByLabel("First name").press("Enter");
        page.waitForCondition(() -> !sent.isEmpty());

        assertThat(sent.get(0)).endsWith("/details");
    }

    @Test
    void someone_else_reveals_a_name_and_takes_the_purposes_away() {
        page.navigate(gallery.address("details"));
        assertThat(page.getByLabel("Your own name")).isHidden();
        assertThat(page.getByLabel("Mobile number")).isHidden();
        page.getByLabel("Someone else").check();
        page.getByLabel("Text message or call").check();

        assertThat(page.getByLabel("Your own name")).isVisible();
        assertThat(page.getByLabel("Mobile number")).isVisible();
        for (String answer :
                List.of("First name", "Last name", "Day", "Month", "Year", "Mobile number", "Email address")) {
            assertThat(page.getByLabel(answer)).hasAttribute("autocomplete", "off");
        }
        page.getByLabel("Me", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(page.getByLabel("Mobile number")).hasAttribute("autocomplete", "tel");
    }

    @Test
    void summary_of_mistakes_has_the_focus_and_leads_to_each_field() {
        page.navigate(gallery.address("details-mistakes"));
        assertThat(page.locator(".mistakes")).isFocused();
        page.getByRole(AriaRole.LINK, name("Date of birth must include a year")).click();
        assertThat(page.getByLabel("Year")).isFocused();
    }

    @Test
    void characters_left_are_counted() {
        page.navigate(gallery.address("details"));
        page.getByLabel("Reason for the visit (optional)").fill("A sore knee");
        assertThat(page.getByText("189 characters left").first()).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("189 characters left");
    }

    private void answer(String address, View view, Page record, int status) {
        String body = HTML.render(view, Samples.shell(180), record, true);
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("text/html; charset=utf-8")
                        .setBody(body)));
    }

    /** A browser that is answered 204 stays where it is. */
    private static void stay(Route route, Runnable noted) {
        noted.run();
        route.fulfill(new Route.FulfillOptions().setStatus(204));
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions name(String name) {
        return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions heading(String name) {
        return name(name).setExact(true);
    }
}
