package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.diary.Client;
import selfbooking.coreplus.http.Unreadable;

class FromJsonTest {

    @Test
    void names_lose_stray_blanks_and_ids_their_case() {
        assertThat(FromJson.practitioner(fields("""
                        {"practitionerId":"22222222-BBBB-4bbb-8bbb-000000000001","firstName":" Mina ","lastName":null}""")))
                .isEqualTo(new PractitionerRecord("22222222-bbbb-4bbb-8bbb-000000000001", "Mina", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Australia\\\\Melbourne", "Australia/Melbourne", "", "Nowhere"})
    void a_zone_is_read_with_its_backslash_or_by_its_known_id(String name) {
        var location = FromJson.location(fields("""
                {"locationId":"l","name":"Harbour","timeZone":{"timezoneId":"39D62534-501C-49CD-9DA9-6FA8D6A81F48",
                 "tzName":"%s"}}""".formatted(name)));
        assertThat(location.zone()).hasToString("Australia/Melbourne");
        assertThat(location.timezoneId()).isEqualTo("39d62534-501c-49cd-9da9-6fa8d6a81f48");
    }

    @Test
    void an_unknown_zone_is_not_guessed() {
        assertThatThrownBy(() -> FromJson.location(
                        fields("{\"locationId\":\"l\",\"timeZone\":{\"timezoneId\":\"x\",\"tzName\":\"Mars\"}}")))
                .isInstanceOf(Unreadable.class)
                .hasMessage("tzName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "\"30\""})
    void minutes_are_a_number_or_text(String minutes) {
        var json = "{\"appointmentTypeId\":\"t\",\"description\":\"Long\",\"durationMinutes\":" + minutes + "}";
        assertThat(FromJson.appointmentType(fields(json)).durationMinutes()).isEqualTo(30);
    }

    @Test
    void a_slot_names_its_practitioner_flat_or_nested_or_not_at_all() {
        assertThat(slot("\"practitionerId\":\"flat\",").practitionerId()).isEqualTo("flat");
        assertThat(slot("\"practitioner\":{\"practitionerId\":\"nested\"},").practitionerId())
                .isEqualTo("nested");
        assertThat(slot("").practitionerId()).isEqualTo("asked");
        assertThat(slot("").start()).isEqualTo(Instant.parse("2025-06-02T23:00:00Z"));
    }

    @Test
    void a_client_may_lack_all_but_the_id() {
        var json = "{\"clientId\":\"c\",\"dateOfBirth\":\"1990-04-12T00:00:00\",\"email\":\"\"}";
        assertThat(FromJson.client(fields(json)))
                .isEqualTo(new Client("c", "", "", LocalDate.of(1990, 4, 12), null, null));
        assertThat(FromJson.client(fields("{\"clientId\":\"c\",\"dateOfBirth\":\"?\"}"))
                        .dateOfBirth())
                .isNull();
    }

    @Test
    void an_appointment_reads_the_space_before_its_offset() {
        var read = FromJson.appointment(fields(Samples.APPOINTMENT_JSON).unwrapped("appointment"));
        assertThat(read.start()).isEqualTo(Instant.parse("2026-11-30T22:00:00Z"));
        assertThat(read.clientIds()).containsExactly("c-1");
        assertThat(read.notes()).isNull();
        assertThat(read.cancelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"appointmentId", "startDateTime", "endDateTime", "practitioner", "locationId"})
    void a_missing_member_is_named(String member) {
        var json = Samples.APPOINTMENT_JSON.replace("\"" + member + "\"", "\"gone\"");
        assertThatThrownBy(() -> FromJson.appointment(fields(json).unwrapped("appointment")))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cancelled", "canceled by patient", "DELETED"})
    void what_sounds_cancelled_is_cancelled(String status) {
        var json = Samples.APPOINTMENT_JSON.replace("Booked", status);
        assertThat(FromJson.appointment(fields(json).unwrapped("appointment")).cancelled())
                .isTrue();
    }

    private static Timeslot slot(String practitioner) {
        return FromJson.timeslot(
                fields("{" + practitioner
                        + "\"startDateTime\":\"2025-06-03T09:00:00+10:00\",\"endDateTime\":\"2025-06-03T09:30:00+10:00\","
                        + "\"locationId\":\"l\"}"),
                "asked");
    }

    private static JsonFields fields(String json) {
        try {
            return new JsonFields(new JsonMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
