package selfbooking.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import selfbooking.RunningApp;

/** What patients type: mended where it is wrong, checked before it is sent, changed one by one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private static final String CHECK = "Check your booking, then confirm it";

    private final Witness witness = new Witness();
    private RunningApp app;
    private RealBrowser browser;
    private BrowserContext visitor;
    private Page page;
    private Patient patient;
    private int next = 10;

    @BeforeAll
    void open(@TempDir Path folder) {
        app = RunningApp.start(folder);
        browser = new RealBrowser();
    }

    @BeforeEach
    void startsBooking() {
        visitor = browser.visitor(with -> with);
        page = witness.watches(visitor.newPage(), app.origin());
        page.navigate(app.origin() + "/clinic/times");
        patient = new Patient(page);
        next += 2;
        patient.tapsTime(next);
        patient.reads("Your details");
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

    @Test
    void every_mistake_is_named_twice_alike_and_its_link_goes_to_its_box() {
        patient.field("Someone else").check();
        patient.field("Text message or call").check();
        patient.field("Email").check();
        patient.types("Day", "31").types("Month", "4").types("Year", "1987");
        patient.types("Mobile number", "12").types("Email address", "mina");
        patient.types("Reason for the visit (optional)", "x".repeat(201));
        var answer = page.waitForResponse("**/details", () -> patient.presses("Continue"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(page).hasTitle(Pattern.compile("^Error: Your details – "));
        assertThat(page.locator(".mistakes")).isFocused();
        var links = page.locator(".mistakes a").all();
        assertThat(links).hasSize(7);
        for (var link : links) {
            var id = link.getAttribute("href").substring(1);
            var box = page.locator("[id='" + id + "']");
            link.click();
            assertThat(box).isFocused();
            assertThat(page.locator(".is-wrong").filter(holding(box)).locator("p.wrong"))
                    .hasText("Error: " + link.innerText());
        }
    }

    private static Locator.FilterOptions holding(Locator box) {
        return new Locator.FilterOptions().setHas(box);
    }

    @Test
    void summary_of_mistakes_has_the_focus_without_javascript_too() {
        try (var plain = browser.visitor(with -> with.setJavaScriptEnabled(false))) {
            var form = plain.newPage();
            form.navigate(page.url());
            new Patient(form).presses("Continue");

            assertThat(form).hasTitle(Pattern.compile("^Error: Your details – "));
            assertThat(form.locator(".mistakes")).isFocused();
        }
    }

    @Test
    void right_and_wrong_answers_stay_in_a_form_with_mistakes() {
        patient.fillsInDetails().types("Year", "").types("Mobile number", "12").presses("Continue");

        assertThat(page).hasTitle("Error: Your details – Harbour Street Clinic");
        patient.follows("Date of birth must include a year");
        assertThat(patient.field("Year")).isFocused();
        assertThat(patient.field("Me")).isChecked();
        assertThat(patient.field("First name")).hasValue("Ngaire");
        assertThat(patient.field("Last name")).hasValue("O'Brien-Tran");
        assertThat(patient.field("Day")).hasValue("27");
        assertThat(patient.field("Month")).hasValue("mar");
        assertThat(patient.field("Text message or call")).isChecked();
        assertThat(patient.field("Mobile number")).hasValue("12");
    }

    @Test
    void check_page_lets_every_line_be_changed_and_says_what_its_button_does() {
        patient.fillsInDetails().presses("Continue").reads(CHECK);

        var changes = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Change .+")));
        assertThat(changes).hasCount(page.locator("dt").count());
        assertThat(changes.allInnerTexts()).doesNotHaveDuplicates();
        assertThat(page.locator("dl > div"))
                .containsText(List.of(
                                "When",
                                "With",
                                "Where",
                                "What for",
                                "Name",
                                "Date of birth",
                                "Mobile number",
                                "Email address",
                                "Reason for the visit")
                        .toArray(String[]::new));
        assertThat(page.locator("dl > div", having("Email address"))).containsText("Not provided");
        assertThat(page.locator("dl > div", having("Reason for the visit"))).containsText("Not provided");
        patient.readsSomewhere("Nothing is booked yet");
        assertThat(page.locator("main").getByRole(AriaRole.BUTTON))
                .hasText(new String[] {"Keep it longer", "Book this appointment"});
    }

    @ParameterizedTest
    @CsvSource({
        "your name, First name, Aroha, Aroha O'Brien-Tran",
        "your date of birth, Year, 1990, March 1990",
        "mobile number, Mobile number, +61 491 570 110, +61 491 570 110",
        "reason for the visit, Reason for the visit (optional), My knee, My knee"
    })
    void one_answer_is_changed_and_the_check_page_comes_back(String what, String field, String typed, String shown) {
        patient.fillsInDetails().presses("Continue").reads(CHECK);

        patient.follows("Change " + what).reads("Your details");
        assertThat(patient.field("Last name")).hasValue("O'Brien-Tran");
        patient.types(field, typed).presses("Continue");
        patient.reads(CHECK).readsSomewhere(shown).readsSomewhere("O'Brien-Tran");
    }

    @Test
    void time_is_changed_and_the_check_page_comes_back() {
        patient.fillsInDetails().presses("Continue").reads(CHECK);

        patient.follows("Change date and time").reads("Choose another time");
        var name = patient.tapsTime(patient.times().count() - 1);
        patient.reads(CHECK).readsSomewhere("O'Brien-Tran").readsSomewhere(name.substring(0, name.indexOf(',')));
    }

    @Test
    void characters_left_for_a_reason_are_said_when_typing_pauses() {
        patient.types("Reason for the visit (optional)", "x".repeat(190));

        assertThat(page.getByText("10 characters left").last()).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("10 characters left");
        patient.types("Reason for the visit (optional)", "x".repeat(203));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 characters too many");
        patient.readsSomewhere("Do not use this page if it is urgent");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
