package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.demonstration.DemonstrationClinic;
import selfbooking.sandbox.server.Json;

class ConsoleTest {

    private final Week week = new Week();
    private final Caller caller = week.caller();

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void appointments_say_who_with_whom_where_when_and_the_notes() {
        JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);
        caller.post(Week.APPOINTMENT, week.booking(slot).put("notes", "SB-7").toString());
        JsonNode booked = appointments().stream()
                .filter(one -> one.path("notes").asText().equals("SB-7"))
                .findFirst()
                .orElseThrow();
        assertThat(booked.at("/client/firstName").asText()).isEqualTo("Grace");
        assertThat(booked.at("/client/lastName").asText()).isEqualTo("Taylor");
        assertThat(booked.at("/client/dateOfBirth").asText()).isEqualTo("1988-02-14T00:00:00");
        assertThat(booked.at("/client/mobile").asText()).isEqualTo("0491570156");
        assertThat(booked.at("/practitioner/practitionerId").asText()).isEqualTo(DemonstrationClinic.MEI.id());
        assertThat(booked.path("locationId").asText()).isEqualTo(DemonstrationClinic.HARBOUR.id());
    }

    @Test
    void reception_takes_a_time_that_the_api_then_refuses() {
        JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);
        Caller.Answered answer = reception(week.booking(slot));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/appointment/status").asText()).isEqualTo("Booked");
        assertThat(week.free(DemonstrationClinic.MEI)).doesNotContain(slot);
        assertThat(caller.post(Week.APPOINTMENT, week.booking(slot).toString()).status())
                .isEqualTo(409);
        assertThat(reception(week.booking(slot)).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-02T19:00:00 +10:00",
                "2026-06-02 19:00+10:00",
                "2026-06-02T19:00+1000",
                "2026-06-02T09:00:00Z",
                " 2026-06-02 19:00:00 +1000 "
            })
    void reception_may_write_any_date_outside_hours_and_without_a_client(String start) {
        ObjectNode body = Json.empty()
                .put("startDateTime", start)
                .put("endDateTime", "2026-06-02T20:00:00+10:00")
                .put("practitionerId", DemonstrationClinic.MEI.id())
                .put("locationId", DemonstrationClinic.HARBOUR.id());
        JsonNode appointment = reception(body).json().path("appointment");
        assertThat(appointment.path("startDateTime").asText()).isEqualTo("2026-06-02T19:00:00 +10:00");
        assertThat(appointment.path("clients")).isEmpty();
        assertThat(appointment.has("client")).isFalse();
    }

    @Test
    void reception_must_name_what_the_clinic_has() {
        JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);
        assertThat(reception(week.booking(slot).put("locationId", "x")).status())
                .isEqualTo(400);
        assertThat(reception(week.booking(slot).put("startDateTime", "soon")).status())
                .isEqualTo(400);
        ObjectNode stranger = week.booking(slot);
        stranger.putArray("clients").addObject().put("clientId", "x");
        assertThat(reception(stranger).status()).isEqualTo(400);
    }

    @Test
    void calls_to_the_api_are_logged_as_they_arrive_and_none_to_the_console() {
        caller.get("/api/core/v2.1/Location/?x=1");
        Caller stranger = week.caller();
        stranger.secret = "wrong";
        stranger.post(Week.CLIENT, "{}");
        stranger.headers.put("User-Agent", "curl/8");
        stranger.get("/nowhere");
        List<JsonNode> calls = list(caller.console("GET", "calls", "").json().path("calls"));
        assertThat(calls)
                .extracting(call -> call.path("method").asText() + " "
                        + call.path("path").asText() + "?" + call.path("query").asText() + " "
                        + call.path("status").asInt())
                .containsExactly(
                        "GET /api/core/v2.1/Location/?x=1 200",
                        "POST /api/core/v2.1/Client/? 401",
                        "GET /nowhere? 403");
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.path("at").asText())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
        assertThat(calls).extracting(call -> call.path("atNanos").asLong()).isSorted();
    }

    @Test
    void the_log_shows_eleven_arrivals_in_a_second_as_they_were() {
        IntStream.range(0, 40).parallel().forEach(n -> caller.get("/api/core/v2.1/Location/"));
        List<JsonNode> calls = list(caller.console("GET", "calls", "").json().path("calls"));
        assertThat(calls).hasSize(40);
        assertThat(calls)
                .extracting(call -> call.path("atNanos").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void the_clock_is_shifted_or_set_and_tokens_follow_it() {
        JsonNode shifted =
                caller.console("POST", "clock", "{\"offsetSeconds\":-3600}").json();
        assertThat(shifted.path("now").asText()).isEqualTo("2026-05-31T21:00:00Z");
        assertThat(caller.get(Week.CLIENT).status()).isEqualTo(401);
        JsonNode set = caller.console("POST", "clock", "{\"now\":\"2026-07-01T00:00:00Z\"}")
                .json();
        assertThat(set.path("now").asText()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(caller.console("POST", "clock", "{\"now\":\"noon\"}").status())
                .isEqualTo(400);
        Caller.Answered late = caller.get(Week.CLIENT);
        assertThat(late.response().headers().firstValue("Date")).hasValue("Wed, 01 Jul 2026 00:00:00 GMT");
    }

    @Test
    void switches_change_one_by_one_and_are_shown() {
        week.switches("{\"conflictStatus\":400}");
        JsonNode shown =
                week.switches("{\"revokedPermissions\":[\"VIEW_CLIENT\"]}").json();
        assertThat(shown.path("conflictStatus").asInt()).isEqualTo(400);
        assertThat(shown.at("/revokedPermissions/0").asText()).isEqualTo("VIEW_CLIENT");
        assertThat(caller.console("GET", "switches", "").json()).isEqualTo(shown);
        week.switches("{\"revokedPermissions\":[]}");
        assertThat(caller.get(Week.CLIENT + week.client()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unheardOf\":true}",
                "{\"conflictStatus\":500}",
                "{\"leewaySeconds\":-1}",
                "{\"callsPerSecond\":\"many\"}",
                "{\"legacyRelativeUrl\":\"perhaps\"}",
                "{\"revokedPermissions\":[\"EVERYTHING\"]}",
                "{\"accessTokenExpires\":\"soon\"}"
            })
    void a_switch_that_does_not_exist_or_cannot_have_the_value_is_refused(String change) {
        JsonNode before = caller.console("GET", "switches", "").json();
        assertThat(week.switches(change).status()).isEqualTo(400);
        assertThat(caller.console("GET", "switches", "").json()).isEqualTo(before);
    }

    private Caller.Answered reception(ObjectNode body) {
        return caller.console("POST", "appointments", body.toString());
    }

    private List<JsonNode> appointments() {
        return list(caller.console("GET", "appointments", "").json().path("appointments"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(Objects.requireNonNull(array).spliterator(), false)
                .toList();
    }
}
