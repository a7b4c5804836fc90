package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import selfbooking.RunningApp;
import selfbooking.web.Visitor;

/** A form with a mistake comes back with a summary, a message, and everything that was typed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetailsTest {

    private static final Map<String, String> RIGHT = Map.of(
            "who", "other",
            "bookerName", "Ngozi Booker",
            "givenName", "Mina",
            "familyName", "Okafor-Tran",
            "birthDay", "27",
            "birthMonth", "march",
            "birthYear", "1987",
            "mobile", "0491 570 006",
            "email", "mina@example.com",
            "reason", "A sore knee");
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String TEXT = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String TEXT_PATTERN = Pattern.quote(TEXT);

    private RunningApp running;
    private Visitor app;
    private String draft;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of("CLINIC_TERMS", "https://clinic.example/terms"));
        app = new Visitor(running);
        draft = app.startBooking(app.freeTime());
    }

    @AfterAll
    void close() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who|''|who-me|Choose who the appointment is for",
                "bookerName|''|bookerName|Enter your name",
                "givenName|''|givenName|Enter the patient’s first name",
                "familyName|''|familyName|Enter the patient’s last name",
                "birthDay|31x|birthDay|Date of birth must be a real date",
                "birthMonth|13|birthMonth|Date of birth must be a real date",
                "birthYear|''|birthYear|Date of birth must include a year",
                "contactBy|''|contactBy-mobile|Choose how the clinic can reach you",
                "mobile|02 5550 1234|mobile|Enter an Australian mobile number",
                "email|mina|email|Enter an email address in the correct format, like name@example.com",
                "agree|''|agree|Agree to the clinic’s terms to go on"
            })
    void each_field_wrong_in_turn_is_named_and_everything_typed_is_kept(
            String field, String typed, String goTo, String message) {
        HttpResponse<String> page = send(field, typed);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("<title>Error: Your details – ")
                .contains("There is a problem")
                .contains("<a href=\"#" + goTo + "\">" + message + "</a>")
                .contains("id=\"" + goTo + "\"");
        assertThat(page.body().split(message, -1)).hasSizeGreaterThanOrEqualTo(3);
        RIGHT.forEach((name, value) -> {
            if (!name.equals(field) && !name.equals("who")) {
                assertThat(page.body()).contains(value);
            }
        });
        assertThat(page.body()).contains(typed);
        assertThat(ticked(page)).isEqualTo(ticks(field));
    }

    /** Whatever radios and boxes were ticked stays so; a form without a choice of who falls back to the first. */
    private static List<String> ticks(String wrong) {
        return Stream.of(
                        wrong.equals("who") ? "who-me" : "who-other",
                        wrong.equals("contactBy") ? "" : "contactBy-mobile",
                        wrong.equals("contactBy") ? "" : "contactBy-email",
                        wrong.equals("agree") ? "" : "agree")
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static List<String> ticked(HttpResponse<String> page) {
        return Visitor.all(page, "<input(?=[^>]* checked)[^>]* id=\"([^\"]+)\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reason|200|Reason for the visit must be 200 characters or fewer",
                "givenName|50|The patient’s first name must be 50 characters or fewer",
                "familyName|50|The patient’s last name must be 50 characters or fewer",
                "bookerName|60|Your name must be 60 characters or fewer"
            })
    void too_long_an_answer_comes_back_whole(String field, int most, String message) {
        HttpResponse<String> page = send(field, "x".repeat(most + 1));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("x".repeat(most + 1))
                .contains("<a href=\"#" + field + "\">" + message + "</a>")
                .contains("<span>" + message + "</span>");
    }

    @Test
    void script_as_a_name_is_text_on_every_later_page() {
        String other = app.startBooking(app.freeTime());
        assertThat(app.post(other + "/details", "givenName", SCRIPT, "reason", SCRIPT, "email", "\"><b>")
                        .body())
                .contains(TEXT)
                .doesNotContain(SCRIPT)
                .doesNotContain("\"><b>");
        String[] scripts =
                form(Map.of("givenName", SCRIPT, "familyName", SCRIPT, "bookerName", SCRIPT, "reason", SCRIPT));
        assertThat(app.post(other + "/details", scripts).statusCode()).isEqualTo(303);

        for (String step : List.of("/details", "/check")) {
            assertThat(app.get(other + step).body().split(TEXT_PATTERN, -1)).hasSize(5);
            assertThat(app.get(other + step).body()).doesNotContain(SCRIPT);
        }
        assertThat(app.get(other + "/times").body()).doesNotContain(SCRIPT);
        app.confirm(other);
        assertThat(app.outcome(other).body())
                .contains("Your appointment is booked")
                .doesNotContain(SCRIPT);
    }

    @Test
    void what_is_not_ticked_stays_typed() {
        HttpResponse<String> page =
                app.post(draft + "/details", "contactBy", "email", "email", "", "mobile", "not a number");

        assertThat(page.body()).contains("not a number").doesNotContain("Enter an Australian mobile number");
    }

    private HttpResponse<String> send(String field, String typed) {
        return app.post(draft + "/details", form(field, typed));
    }

    private static String[] form(String field, String typed) {
        return form(Map.of(field, typed));
    }

    /** Right but for these fields; ticks that are emptied are not sent, as a browser does. */
    private static String[] form(Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>(RIGHT);
        fields.put("agree", "yes");
        fields.putAll(changes);
        fields.values().removeIf(String::isEmpty);
        List<String> ticks =
                changes.containsKey("contactBy") ? List.of() : List.of("contactBy", "mobile", "contactBy", "email");
        return Stream.concat(
                        fields.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())), ticks.stream())
                .toArray(String[]::new);
    }
}
