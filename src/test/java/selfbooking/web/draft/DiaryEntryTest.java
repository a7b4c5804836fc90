package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.all;
import static selfbooking.web.Visitor.location;
import static selfbooking.web.Visitor.slots;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unbescape.html.HtmlEscape;
import selfbooking.RunningApp;
import selfbooking.web.Visitor;

/** What the clinic finds in its diary is what the patient chose and typed: plain HTTP at one end, the diary at the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiaryEntryTest {

    private static final DateTimeFormatter DIARY = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss xxx");
    private static final String FIFTY = "Maximiliana-Konstantina O’Featherstonehaugh-Nguyễn";

    private final Deque<String> free = new ArrayDeque<>();
    private RunningApp running;
    private Visitor app;

    @BeforeAll
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder);
        app = new Visitor(running);
        List<String> offered = slots(app.get(HOME + "times"));
        free.addAll(offered.subList(0, offered.size() / 2));
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void appointment_has_all_that_was_chosen_and_its_time_is_gone() {
        HttpResponse<String> home = app.get(HOME);
        String who = one(home, "practitioner=([^&\"]+)\">All times<span class=\"hidden\"> with Siobhán");
        String where = one(home, "location=([^&\"]+)\"[^>]*><span>Harbour Street Clinic");
        String what = one(home, "type=([^&\"]+)\"[^>]*><span>First consultation");
        String times = HOME + "times?type=" + what + "&practitioner=" + who + "&location=" + where;
        String slot = slots(app.get(times)).get(3);
        String start =
                one(app.get(times), Pattern.quote("value=\"" + slot + "\"") + "[^>]*><time datetime=\"([^\"]+)\"");

        JsonNode there = book(slot, "Ada", "Chosen", "0491 570 006");

        assertThat(there.at("/practitioner/practitionerId").asText()).isEqualTo(who);
        assertThat(there.path("locationId").asText()).isEqualTo(where);
        assertThat(there.path("appointmentTypeId").asText()).isEqualTo(what);
        var starts = OffsetDateTime.parse(start);
        assertThat(moment(there, "startDateTime")).isEqualTo(starts);
        assertThat(moment(there, "endDateTime")).isEqualTo(starts.plusMinutes(45));
        assertThat(there.at("/client/dateOfBirth").asText()).contains("1987");
        assertThat(slots(app.get(times))).isNotEmpty().doesNotContain(slot);
        assertThat(app.get(times).body()).doesNotContain("datetime=\"" + start + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Siân, O'Brien",
        "Linh, Nguyễn",
        "José María, van der Berg",
        "X Æ A-12, Musk",
        "X, Y",
        "李, Ng",
        FIFTY + ", " + FIFTY,
        "<script>alert(1)</script>, \"Tables\" & Sons"
    })
    void name_reaches_the_diary_letter_for_letter(String given, String family) {
        JsonNode client = book(free.removeLast(), given, family, "0491 570 006").path("client");

        assertThat(client.path("firstName").asText()).isEqualTo(given);
        assertThat(client.path("lastName").asText()).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "Una, 0491 570 006",
        "Duo, 0491570006",
        "Tria, +61 491 570 006",
        "Quattuor, (0491) 570-006",
        "Quinque, 61491570006"
    })
    void mobile_is_shown_as_typed_and_reaches_the_diary_in_one_spelling(String given, String typed) {
        JsonNode client = book(free.removeLast(), given, "Caller", typed).path("client");

        assertThat(client.path("phoneNumberMobile").asText()).isEqualTo("0491570006");
    }

    @Test
    void longest_names_have_fifty_characters() {
        assertThat(FIFTY).hasSize(50);
    }

    /** From a tap to the entry; whatever was typed must stand on the check page as it was typed. */
    private JsonNode book(String slot, String given, String family, String mobile) {
        String draft = app.startBooking(slot);
        assertThat(app.fillIn(draft, given, family, mobile).statusCode()).isEqualTo(303);
        String check = HtmlEscape.unescapeHtml(app.get(draft + "/check").body());
        assertThat(check).contains("<dd>" + given + " " + family + "</dd>").contains("<dd>" + mobile + "</dd>");
        assertThat(location(app.confirm(draft))).isEqualTo(draft);
        HttpResponse<String> booked = app.outcome(draft);
        assertThat(booked.body()).contains("Your appointment is booked");
        assertThat(booked.headers().map()).doesNotContainKey("Set-Cookie");
        String reference = one(booked, "class=\"reference\">([^<]+)<").replace("-", "");
        List<JsonNode> entries = running.console().appointmentsNoting(reference);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static OffsetDateTime moment(JsonNode appointment, String field) {
        return OffsetDateTime.parse(appointment.path(field).asText(), DIARY);
    }

    private static String one(HttpResponse<String> page, String pattern) {
        List<String> found = all(page, pattern);
        assertThat(found).as(pattern).isNotEmpty();
        return found.get(0);
    }
}
