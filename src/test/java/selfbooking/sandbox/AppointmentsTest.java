package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import selfbooking.sandbox.demonstration.DemonstrationClinic;
import selfbooking.sandbox.server.Json;

class AppointmentsTest {

    private final Week week = new Week();
    private final Caller caller = week.caller();
    private final JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);
    private final String id = caller.post(
                    Week.APPOINTMENT, week.booking(slot).put("notes", "first").toString())
            .json()
            .at("/appointment/appointmentId")
            .asText();

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void the_list_has_a_space_before_the_offset_and_no_notes() {
        JsonNode row = row("");
        assertThat(row.path("startDateTime").asText()).matches("2026-06-\\d\\dT\\d\\d:\\d\\d:00 \\+10:00");
        assertThat(row.has("notes")).isFalse();
        assertThat(row.at("/clients/0/clientId").asText()).isEqualTo(week.client());
        assertThat(row.path("practitioner").has("firstName")).isFalse();
    }

    @Test
    void names_of_practitioners_come_when_asked_for_in_either_case() {
        assertThat(row("&getPractitionerProfiles=True")
                        .at("/practitioner/firstName")
                        .asText())
                .isEqualTo("Mei");
        assertThat(record("?getPractitionerProfiles=true")
                        .at("/practitioner/lastName")
                        .asText())
                .isEqualTo("Lee");
    }

    @Test
    void a_client_filter_and_unknown_parameters_are_ignored() {
        int all = rows("").size();
        assertThat(rows("&clientId=" + week.client() + "&cleintId=x")).hasSize(all);
    }

    @Test
    void the_list_is_paged_and_needs_its_dates_and_zone() {
        Caller.Answered answer = caller.get(list("2026-06-01", "2026-06-30", week.sydney()) + "&pageSize=1000");
        assertThat(answer.json().at("/paging/pageSize").asInt()).isEqualTo(100);
        assertThat(answer.json().path("appointments")).hasSize(100);
        assertThat(caller.get(Week.APPOINTMENT + "?startDate=2026-06-01").status())
                .isEqualTo(400);
    }

    @Test
    void record_is_wrapped_with_notes_and_found_in_any_case_and_either_ending() {
        assertThat(record("").path("notes").asText()).isEqualTo("first");
        assertThat(record("").path("notifyPractitioner").isBoolean()).isTrue();
        String upper = id.toUpperCase(Locale.ROOT);
        assertThat(caller.get(Week.APPOINTMENT + upper + "/").status()).isEqualTo(200);
        assertThat(caller.get(Week.APPOINTMENT + "unknown").status()).isEqualTo(404);
    }

    @Test
    void a_change_sends_only_what_changes_and_frees_the_old_time() {
        JsonNode later = week.free(DemonstrationClinic.MEI).path(3);
        ObjectNode body = Json.empty();
        body.set("startDateTime", later.path("startDateTime"));
        body.set("endDateTime", later.path("endDateTime"));
        Caller.Answered answer = caller.post(Week.APPOINTMENT + id + "/", body.toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/appointment/notes").asText()).isEqualTo("first");
        assertThat(week.free(DemonstrationClinic.MEI)).contains(slot).doesNotContain(later);
    }

    @Test
    void a_change_may_overlap_its_own_old_time_and_not_another() {
        JsonNode next = week.free(DemonstrationClinic.MEI).path(0);
        ObjectNode body = Json.empty();
        body.set("startDateTime", slot.path("startDateTime"));
        body.set("endDateTime", next.path("endDateTime"));
        assertThat(caller.post(Week.APPOINTMENT + id, body.toString()).status()).isEqualTo(200);
        ObjectNode other = week.booking(week.free(DemonstrationClinic.MEI).path(0));
        JsonNode second = caller.post(Week.APPOINTMENT, other.toString()).json().path("appointment");
        body.put("notes", "not written");
        assertThat(caller.post(Week.APPOINTMENT + second.path("appointmentId").asText() + "/", body.toString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_change_of_practitioner_honours_the_record_and_ignores_the_flat_form() {
        JsonNode free = week.free(DemonstrationClinic.DANIEL).path(0);
        ObjectNode body = week.booking(free);
        ObjectNode flat = Json.empty().put("practitionerId", DemonstrationClinic.DANIEL.id());
        assertThat(change(flat).at("/practitioner/practitionerId").asText()).isEqualTo(DemonstrationClinic.MEI.id());
        assertThat(change(body).at("/practitioner/practitionerId").asText()).isEqualTo(DemonstrationClinic.DANIEL.id());
    }

    @Test
    void words_can_be_changed_after_the_appointment_has_begun() {
        caller.console("POST", "clock", "{\"offsetSeconds\":864000}");
        Caller later = new Caller(week.sandbox(), Week.NOW.getEpochSecond() + 864_000);
        assertThat(later.post(Week.APPOINTMENT + id + "/", "{\"notes\":\"came\"}")
                        .json()
                        .at("/appointment/notes")
                        .asText())
                .isEqualTo("came");
    }

    @ParameterizedTest
    @CsvSource({"ID/,{'deleted':true}", "ID,{'deleted':'true'}", "'',{'appointmentId':'ID';'deleted':'true'}"})
    void both_styles_of_cancelling_free_the_time_hide_it_and_keep_the_record(String path, String body) {
        String json = body.replace('\'', '"').replace(';', ',').replace("ID", id);
        Caller.Answered answer = caller.post(Week.APPOINTMENT + path.replace("ID", id), json);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/appointment/status").asText()).isEqualTo("Cancelled");
        assertThat(rows("")).noneMatch(one -> one.path("appointmentId").asText().equals(id));
        assertThat(record("").path("status").asText()).isEqualTo("Cancelled");
        assertThat(week.free(DemonstrationClinic.MEI)).contains(slot);
    }

    @Test
    void a_reason_is_kept_and_shown_when_asked_for() {
        change(Json.empty().put("deleted", "true").put("cancellationNotes", "unwell"));
        assertThat(record("").has("cancellationNotes")).isFalse();
        assertThat(record("?cancellationId=true").path("cancellationNotes").asText())
                .isEqualTo("unwell");
    }

    @Test
    void a_cancelled_appointment_cannot_come_back() {
        change(Json.empty().put("deleted", true));
        Caller.Answered answer = caller.post(Week.APPOINTMENT + id + "/", "{\"notes\":\"x\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(caller.post(Week.APPOINTMENT + id + "/", "{\"deleted\":true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_reception_books_with_an_unpublished_practitioner_is_not_shown() {
        ObjectNode body = week.booking(slot);
        body.putObject("practitioner").put("practitionerId", DemonstrationClinic.UNPUBLISHED.id());
        String hidden = caller.console("POST", "appointments", body.toString())
                .json()
                .at("/appointment/appointmentId")
                .asText();
        assertThat(hidden).isNotEmpty();
        assertThat(rows("")).noneMatch(one -> one.path("appointmentId").asText().equals(hidden));
        assertThat(caller.get(Week.APPOINTMENT + hidden).status()).isEqualTo(404);
        assertThat(caller.post(Week.APPOINTMENT + hidden + "/", "{\"deleted\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_id_in_the_body_must_be_the_one_in_the_address() {
        Caller.Answered answer =
                caller.post(Week.APPOINTMENT + id + "/", "{\"appointmentId\":\"other\",\"deleted\":true}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(record("").path("status").asText()).isEqualTo("Booked");
    }

    @Test
    void an_unknown_appointment_is_not_found() {
        assertThat(caller.post(Week.APPOINTMENT + "unknown/", "{\"deleted\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.post(Week.APPOINTMENT, "{\"deleted\":true,\"appointmentId\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode change(ObjectNode body) {
        return caller.post(Week.APPOINTMENT + id + "/", body.toString()).json().path("appointment");
    }

    private JsonNode record(String flags) {
        return caller.get(Week.APPOINTMENT + id + flags).json().path("appointment");
    }

    private JsonNode row(String more) {
        return rows(more).stream()
                .filter(one -> one.path("appointmentId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> rows(String more) {
        String day = slot.path("startDateTime").asText().substring(0, 10);
        List<JsonNode> rows = new ArrayList<>();
        caller.get(list(day, day, week.sydney()) + more)
                .json()
                .path("appointments")
                .forEach(rows::add);
        return rows;
    }

    private static String list(String from, String to, String zone) {
        return Week.APPOINTMENT + "?startDate=" + from + "&endDate=" + to + "&timezoneId=" + zone;
    }
}
