package selfbooking.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.RunningApp;

/** Going back shows what was there, by the page's own link and by the browser's button, and never books twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackTest {

    private final Witness witness = new Witness();
    private RunningApp app;
    private RealBrowser browser;
    private BrowserContext visitor;

    @BeforeAll
    void open(@TempDir Path folder) {
        app = RunningApp.start(folder);
        browser = new RealBrowser();
    }

    @AfterEach
    void leave() {
        visitor.close();
        witness.sawNothing();
    }

    @AfterAll
    void close() {
        browser.close();
        app.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void link_on_the_check_page_shows_the_details_as_typed(boolean script) {
        var page = visit(with -> with.setJavaScriptEnabled(script));
        var patient = onCheck(page, 11);

        patient.follows("Back").reads("Your details");
        showsWhatWasTyped(patient);
        patient.presses("Continue").reads("Check your booking, then confirm it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void button_of_the_browser_shows_the_details_as_typed(boolean script) {
        var page = visit(with -> with.setJavaScriptEnabled(script));
        var patient = onCheck(page, 14);

        page.goBack();
        patient.reads("Your details");
        showsWhatWasTyped(patient);
        patient.presses("Continue").reads("Check your booking, then confirm it");
    }

    @Test
    void link_on_the_details_page_leads_to_times_and_back_to_what_was_typed() {
        var page = visit(with -> with);
        var patient = onCheck(page, 17);

        patient.follows("Back").reads("Your details");
        patient.follows("Choose another time").reads("Choose another time").readsSomewhere("Your time now");
        patient.follows("Back").reads("Check your booking, then confirm it").readsSomewhere("O'Brien-Tran");
    }

    @Test
    void link_on_the_times_page_and_the_button_show_home_with_its_choices() {
        var page = visit(with -> with);
        var patient = new Patient(page).follows("Short review");
        page.waitForURL("**type=**");
        var chosen = page.url();
        patient.follows("All times with anyone").reads("All times");

        patient.follows("Back").reads("Book an appointment");
        shortReviewIsChosen(page);
        patient.follows("All times with anyone").reads("All times");
        page.goBack();
        patient.reads("Book an appointment");
        shortReviewIsChosen(page);
        assertThat(page.url()).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_step_before_the_booked_page_shows_its_outcome_and_books_nothing(boolean script) {
        var page = visit(with -> with.setJavaScriptEnabled(script));
        var patient = onCheck(page, 20);
        patient.presses("Book this appointment").reads("Your appointment is booked");
        var booked = app.console().appointments().size();

        page.goBack();
        patient.reads("Your appointment is booked");
        page.goBack();
        patient.reads("Your appointment is booked").readsSomewhere("You do not need to do anything else");
        page.reload();
        patient.reads("Your appointment is booked");
        assertThat(app.console().appointments()).hasSize(booked);
    }

    private Patient onCheck(Page page, int time) {
        var patient = new Patient(page).follows("All times with anyone");
        patient.tapsTime(time);
        patient.reads("Your details").fillsInDetails();
        patient.types("Reason for the visit (optional)", "A sore knee, <since> \"May\"");
        return patient.presses("Continue").reads("Check your booking, then confirm it");
    }

    private static void showsWhatWasTyped(Patient patient) {
        assertThat(patient.field("Me")).isChecked();
        assertThat(patient.field("First name")).hasValue("Ngaire");
        assertThat(patient.field("Last name")).hasValue("O'Brien-Tran");
        assertThat(patient.field("Day")).hasValue("27");
        assertThat(patient.field("Year")).hasValue("1987");
        assertThat(patient.field("Text message or call")).isChecked();
        assertThat(patient.field("Mobile number")).hasValue("0491 570 006");
        assertThat(patient.field("Reason for the visit (optional)")).hasValue("A sore knee, <since> \"May\"");
    }

    private static void shortReviewIsChosen(Page page) {
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Short review")))
                .hasAttribute("aria-current", "true");
    }

    private Page visit(UnaryOperator<Browser.NewContextOptions> with) {
        visitor = browser.visitor(with);
        var page = witness.watches(visitor.newPage(), app.origin());
        page.navigate(app.origin() + "/clinic/");
        return page;
    }
}
