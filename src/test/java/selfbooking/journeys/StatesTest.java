package selfbooking.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Reception;
import selfbooking.RunningApp;
import selfbooking.Sample;

/** Every page and state that a patient can come to, held against axe; in the slow run kept as pictures in {@code target/pictures}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTest {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final int LONGEST_PICTURE = 2_600;

    private RunningApp app;
    private RealBrowser browser;
    private final Witness witness = new Witness();
    private final Set<String> titles = new HashSet<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        app = RunningApp.start(folder);
        browser = new RealBrowser();
    }

    @AfterAll
    void close() {
        browser.close();
        app.close();
    }

    @Test
    void every_state_passes_axe_and_has_its_own_title() {
        try (var visitor = browser.visitor(with -> with)) {
            var page = witness.watches(visitor.newPage(), app.origin());
            var patient = new Patient(page);
            page.navigate(app.origin() + "/clinic/");
            looksAt(page, "home");
            patient.follows("All times with anyone").reads("All times");
            looksAt(page, "times");
            patient.tapsTime(9);
            patient.reads("Your details");
            looksAt(page, "details");
            patient.fillsInDetails()
                    .types("Year", "")
                    .types("Mobile number", "12")
                    .presses("Continue")
                    .readsSomewhere("There is a problem");
            looksAt(page, "details-mistakes");
            patient.fillsInDetails().presses("Continue").reads("Check your booking, then confirm it");
            looksAt(page, "check");
            patient.presses("Book this appointment").reads("Your appointment is booked");
            looksAt(page, "booked");
            looksAtLostTimes(page, patient);
            looksAtEndedAndCall(page, patient);
            looksAtAsking(page, patient);
            looksAtTroubles(page);
            witness.sawNothing();
        }
    }

    private void looksAtTroubles(Page page) {
        page.navigate(app.origin() + "/clinic/nothing-here");
        looksAt(page, "not-found");
        app.stopDiary();
        page.navigate(app.origin() + "/clinic/times?from="
                + LocalDate.now(ZoneId.of("Australia/Sydney")).plusWeeks(9));
        looksAt(page, "problem");
    }

    private void looksAtLostTimes(Page page, Patient patient) {
        page.navigate(app.origin() + "/clinic/times");
        var slot = patient.slot(11);
        app.post("/clinic/bookings", Map.of("slot", slot));
        patient.tapsTime(11);
        patient.reads("That time has just gone");
        looksAt(page, "lost");
        page.navigate(app.origin() + "/clinic/times");
        var taken = patient.slot(14);
        patient.tapsTime(14);
        patient.reads("Your details").fillsInDetails().presses("Continue");
        Reception.takes(app.console(), taken);
        patient.presses("Book this appointment").reads("That time has just gone");
        looksAt(page, "taken");
        patient.follows("See all times").readsSomewhere("Times checked");
        looksAt(page, "times-of-a-draft");
    }

    private void looksAtEndedAndCall(Page page, Patient patient) {
        page.navigate(app.origin() + "/clinic/times");
        patient.tapsTime(17);
        patient.reads("Your details")
                .presses("I do not want an appointment now")
                .reads("This page has ended");
        looksAt(page, "ended");
        page.navigate(app.origin() + "/clinic/times");
        patient.tapsTime(20);
        patient.reads("Your details").fillsInDetails();
        patient.types("First name", "Grace").types("Last name", "Taylor");
        patient.types("Day", "14").types("Month", "2").types("Year", "1988");
        patient.types("Mobile number", "0491 570 110").presses("Continue");
        patient.presses("Book this appointment").reads("Call the clinic");
        looksAt(page, "call");
    }

    /** The diary books and its answer is lost; then it does not say what it has. */
    private void looksAtAsking(Page page, Patient patient) {
        page.navigate(app.origin() + "/clinic/times");
        patient.tapsTime(23);
        patient.reads("Your details").fillsInDetails().presses("Continue");
        app.console().arm("{\"method\":\"POST\",\"path\":\"appointment/\",\"kind\":\"drop-after\"}");
        app.console().arm("{\"method\":\"GET\",\"path\":\"appointment\",\"kind\":\"status\",\"times\":0}");
        patient.presses("Book this appointment").reads("We are still asking the clinic");
        looksAt(page, "asking");
        app.console().clearFaults();
    }

    private static double height(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollHeight")).doubleValue();
    }

    private static void takePicture(Page page, int width, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(height(page), LONGEST_PICTURE))
                .setPath(Path.of("target/pictures", name.toLowerCase(Locale.ROOT) + ".png")));
    }

    /** On a phone in the dark; in the slow run on a wide page in the light too, with pictures of all four. */
    private void looksAt(Page page, String state) {
        var wrong = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(DESKTOP, PHONE)) {
                page.setViewportSize(width, 900);
                if (Sample.isAll()) {
                    takePicture(page, width, state + "-" + width + "-" + scheme.name());
                }
                if ((scheme == ColorScheme.LIGHT) == (width == DESKTOP) && (width == PHONE || Sample.isAll())) {
                    new AxeBuilder(page)
                            .withTags(TAGS)
                            .analyze()
                            .getViolations()
                            .forEach(rule -> wrong.add(rule.getId() + " " + rule.getNodes()));
                }
            }
        }
        page.setViewportSize(DESKTOP, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(wrong).as(state).isEmpty();
        assertThat(page.locator("h1").count()).as("h1 of " + state).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en-AU");
        var error = state.equals("details-mistakes") ? "Error: " : "";
        assertThat(page.title()).isEqualTo(error + page.locator("h1").innerText() + " – Harbour Street Clinic");
        assertThat(titles.add(page.title())).as("its own title: " + state).isNotEqualTo(state.equals("taken"));
    }
}
