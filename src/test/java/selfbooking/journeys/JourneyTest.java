package selfbooking.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Reception;
import selfbooking.RunningApp;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {

    private RunningApp app;
    private RealBrowser browser;
    private BrowserContext visitor;
    private final Witness witness = new Witness();

    @BeforeAll
    void open(@TempDir Path folder) {
        app = RunningApp.start(folder);
        browser = new RealBrowser();
    }

    @AfterEach
    void leave() {
        assertThat(visitor.cookies()).isEmpty();
        visitor.close();
        witness.sawNothing();
    }

    @AfterAll
    void close() {
        browser.close();
        app.close();
    }

    @Test
    void books_with_javascript_and_nothing_goes_to_anyone_else() {
        var page = visit(with -> with);
        var patient = new Patient(page).reads("Book an appointment");
        var tapped = patient.tapsTime(4);

        patient.booksFromDetails().readsSomewhere("You do not need to do anything else");

        page.navigate(app.origin() + "/clinic/");
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(tapped).setExact(true)))
                .hasCount(0);
        assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
        assertThat((List<?>) page.evaluate("() => Object.keys(sessionStorage)"))
                .allMatch(key -> key.equals("htmx-current-path-for-history"));
    }

    @Test
    void books_without_javascript() {
        var page = visit(with -> with.setJavaScriptEnabled(false));
        var patient = new Patient(page).follows("All times with anyone");
        patient.tapsTime(13);

        patient.booksFromDetails();
    }

    @Test
    void books_on_a_phone_without_scrolling_sideways() {
        var page =
                visit(with -> with.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
        var patient = new Patient(page);
        patient.tapsTime(5);

        patient.booksFromDetails();

        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void books_by_keyboard_alone() {
        var page = visit(with -> with);
        var keys = new Keyboard(page);

        keys.tabTo("all times with anyone").press("Enter");
        page.waitForURL("**/times?**");
        keys.tabToTime().press("Enter");
        page.waitForURL("**/details");
        keys.tabTo("me").press("Space");
        keys.tabTo("first name").type("Ngaire");
        keys.tabTo("last name").type("O'Brien-Tran");
        keys.tabTo("day").type("27");
        keys.tabTo("month").type("3");
        keys.tabTo("year").type("1987");
        keys.tabTo("text message or call").press("Space");
        keys.tabTo("mobile number").type("0491 570 006");
        keys.press("Enter");
        page.waitForURL("**/check");
        keys.tabTo("book this appointment").press("Enter");

        new Patient(page).reads("Your appointment is booked");
    }

    @Test
    void filters_swap_a_part_move_the_focus_and_can_be_bookmarked() {
        var page = visit(with -> with);
        var documents = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.isNavigationRequest()) {
                documents.add(request.url());
            }
        });
        new Patient(page).follows("River Road Clinic");
        page.waitForURL("**location=**");
        page.waitForFunction("() => document.activeElement.hasAttribute('data-focus')");

        assertThat(documents).isEmpty();
        assertThat(page.getByRole(AriaRole.STATUS)).not().isEmpty();
        var times = new Patient(page).times().allInnerTexts();
        assertThat(times).isNotEmpty();
        page.navigate(page.url());
        assertThat(new Patient(page).times().allInnerTexts()).isEqualTo(times);
    }

    @Test
    void two_quick_clicks_and_going_back_book_once() {
        var page = visit(with -> with);
        var patient = new Patient(page);
        patient.tapsTime(0);
        patient.fillsInDetails().types("First name", "Twice").presses("Continue");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Book this appointment"))
                .dblclick();
        patient.reads("Your appointment is booked");

        page.goBack();
        patient.reads("Your appointment is booked");
        assertThat(app.console().appointments().stream()
                        .filter(there -> there.at("/client/firstName").asText().equals("Twice")))
                .hasSize(1);
    }

    @Test
    void time_that_reception_took_meanwhile_is_swapped_with_one_tap() {
        var page = visit(with -> with.setJavaScriptEnabled(false));
        var patient = new Patient(page).follows("All times with anyone");
        var slot = patient.slot(8);
        patient.tapsTime(8);
        patient.reads("Your details").fillsInDetails().presses("Continue");
        Reception.takes(app.console(), slot);

        patient.presses("Book this appointment").reads("That time has just gone");
        assertThat(patient.times().count()).isGreaterThanOrEqualTo(3);
        patient.tapsTime(0);
        patient.reads("Check your booking, then confirm it").readsSomewhere("O'Brien-Tran");
        patient.presses("Book this appointment").reads("Your appointment is booked");
    }

    @Test
    void time_that_someone_else_holds_is_answered_with_others() {
        var page = visit(with -> with);
        var patient = new Patient(page);
        var others = app.post("/clinic/bookings", Map.of("slot", patient.slot(8)));
        assertThat(others.statusCode()).isEqualTo(303);

        patient.tapsTime(8);
        assertThat(patient.times().count()).isGreaterThanOrEqualTo(3);
        patient.tapsTime(0);
        patient.reads("Your details");
    }

    @Test
    void every_time_is_big_enough_for_a_thumb() {
        var page = visit(with -> with.setViewportSize(390, 844));

        for (var time : new Patient(page).times().all()) {
            BoundingBox box = time.boundingBox();
            assertThat(Math.min(box.height, box.width)).isGreaterThanOrEqualTo(44);
        }
    }

    private Page visit(UnaryOperator<Browser.NewContextOptions> with) {
        visitor = browser.visitor(with);
        var page = witness.watches(visitor.newPage(), app.origin());
        page.navigate(app.origin() + "/clinic/");
        return page;
    }
}
