package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.all;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;
import selfbooking.web.Visitor;

/** The boxes of the details form as browsers, password stores and people meet them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsTest {

    private static final Map<String, String> PURPOSES = Map.of(
            "givenName", "given-name",
            "familyName", "family-name",
            "birthDay", "bday-day",
            "birthMonth", "bday-month",
            "birthYear", "bday-year",
            "mobile", "tel",
            "email", "email");

    private RunningApp running;
    private Visitor app;
    private String details;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of("CLINIC_TERMS", "https://clinic.example/terms"));
        app = new Visitor(running);
        details = app.startBooking(app.freeTime()) + "/details";
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void no_box_is_checked_by_the_browser_or_hints_from_inside() {
        for (HttpResponse<String> page : List.of(app.get(details), app.post(details))) {
            assertThat(all(page, "(<(?:input|textarea|select)[^>]*>)"))
                    .isNotEmpty()
                    .noneMatch(box -> box.matches(
                            "(?s).*\\s(required|pattern|placeholder|aria-required|min|max|maxlength)\\b.*"));
            assertThat(all(page, "(<form[^>]*>)")).isNotEmpty().allMatch(form -> form.matches(".*\\snovalidate\\b.*"));
        }
    }

    @Test
    void only_what_may_be_left_out_says_so_and_nothing_has_an_asterisk() {
        HttpResponse<String> page = app.get(details);

        List<String> labels = all(page, "<label for=\"[^\"]*\">([^<]*)</label>");
        assertThat(labels)
                .contains("First name", "Last name")
                .filteredOn(label -> label.contains("ptional"))
                .containsExactly("Reason for the visit (optional)");
        assertThat(page.body().replaceAll("(?s)<head>.*</head>", "")).doesNotContain("*");
        assertThat(app.post(details).body()).doesNotContain("href=\"#reason\"");
    }

    @Test
    void boxes_for_the_patient_s_own_answers_say_what_they_are_for() {
        assertThat(purposes(app.get(details))).containsAllEntriesOf(PURPOSES);
        assertThat(purposes(app.post(details, "who", "me"))).containsAllEntriesOf(PURPOSES);
    }

    @Test
    void boxes_for_someone_else_are_not_filled_with_the_user_s_own_answers() {
        HttpResponse<String> back = app.post(details, "who", "other", "contactBy", "mobile", "contactBy", "email");

        assertThat(back.statusCode()).isEqualTo(422);
        PURPOSES.forEach(
                (field, purpose) -> assertThat(purposes(back)).as(field).containsEntry(field, "off"));
        assertThat(back.body()).doesNotContain("Medicare");
    }

    @Test
    void no_card_is_asked_for_and_a_reason_is_short_and_not_for_emergencies() {
        HttpResponse<String> page = app.get(details);

        assertThat(page.body())
                .doesNotContainPattern("(?i)\\b(medicare|dva|veteran|ihi|concession|pension|health fund)");
        assertThat(all(page, "name=\"([^\"]+)\"").stream().distinct())
                .containsExactlyInAnyOrder(
                        "viewport",
                        "color-scheme",
                        "format-detection",
                        "htmx-config",
                        "who",
                        "bookerName",
                        "givenName",
                        "familyName",
                        "birthDay",
                        "birthMonth",
                        "birthYear",
                        "contactBy",
                        "mobile",
                        "email",
                        "reason",
                        "agree");
        assertThat(page.body())
                .containsPattern("<textarea[^>]*name=\"reason\"[^>]*data-most=\"200\"")
                .contains("Up to <span>200</span> characters")
                .contains("Do not use this page if it is urgent. In an emergency call 000.");
    }

    private static Map<String, String> purposes(HttpResponse<String> page) {
        var found = new LinkedHashMap<String, String>();
        for (String box : all(page, "(<input[^>]*\\sautocomplete=[^>]*>)")) {
            found.put(
                    box.replaceAll("(?s).*\\sname=\"([^\"]*)\".*", "$1"),
                    box.replaceAll("(?s).*\\sautocomplete=\"([^\"]*)\".*", "$1"));
        }
        return found;
    }
}
