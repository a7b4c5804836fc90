package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.demonstration.DemonstrationClinic;
import selfbooking.sandbox.server.Times;

class BookingsTest {

    private static final String TAKEN = "The selected time is not available for booking an appointment";

    private final Week week = new Week();
    private final Caller caller = week.caller();
    private final JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void a_booking_answers_200_with_the_wrapped_record_and_takes_the_time() {
        ObjectNode body =
                week.booking(slot).put("appointmentTypeId", week.type(30)).put("notes", "SB-1");
        Caller.Answered answer = book(body);
        JsonNode booked = answer.json().path("appointment");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(booked.path("status").asText()).isEqualTo("Booked");
        assertThat(booked.path("startDateTime").asText())
                .isEqualTo(slot.path("startDateTime").asText().replace("+", " +"));
        assertThat(booked.path("subject").asText()).isEqualTo("TAYLOR Grace 0491570156");
        assertThat(booked.path("notes").asText()).isEqualTo("SB-1");
        assertThat(booked.path("appointmentReferenceNumber").asText()).matches("7\\d{6}");
        assertThat(week.free(DemonstrationClinic.MEI)).doesNotContain(slot);
    }

    @Test
    void of_twenty_bookings_of_one_time_one_wins() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Future<Integer>> answers = IntStream.range(0, 20)
                .mapToObj(n -> pool.submit(() -> {
                    go.await();
                    return book(week.booking(slot)).status();
                }))
                .toList();
        go.countDown();
        int won = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 409);
            won += answer.get() == 200 ? 1 : 0;
        }
        pool.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409})
    void a_taken_time_is_refused_in_the_body_with_the_status_switched_on(int status) {
        week.switches("{\"conflictStatus\":" + status + "}");
        book(week.booking(slot));
        Caller.Answered answer = book(week.booking(slot));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"result\":[{\"severity\":2,\"reason\":\"" + TAKEN + "\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T06:00:00+10:00,2026-06-02T06:30:00+10:00",
        "2026-06-02T16:45:00+10:00,2026-06-02T17:15:00+10:00",
        "2026-06-02T12:15:00+10:00,2026-06-02T12:45:00+10:00",
        "2026-06-07T10:00:00+10:00,2026-06-07T10:30:00+10:00",
        "2026-05-28T09:00:00+10:00,2026-05-28T09:30:00+10:00"
    })
    void a_time_outside_the_free_hours_or_past_is_not_available(String start, String end) {
        notAvailable(week.booking(slot).put("startDateTime", start).put("endDateTime", end));
    }

    @Test
    void an_overlap_by_a_minute_is_not_available() {
        book(week.booking(slot));
        OffsetDateTime start = OffsetDateTime.parse(slot.path("startDateTime").asText());
        notAvailable(week.booking(slot)
                .put("startDateTime", written(start.plusMinutes(29)))
                .put("endDateTime", written(start.plusMinutes(59))));
    }

    @Test
    void nobody_unpublished_or_away_or_at_the_other_place_can_be_booked() {
        notAvailable(with(DemonstrationClinic.UNPUBLISHED).put("startDateTime", "2026-06-02T10:00:00+10:00"));
        notAvailable(with(DemonstrationClinic.NGAIRE).put("startDateTime", "2026-06-02T10:00:00+10:00"));
        notAvailable(week.booking(slot).put("locationId", DemonstrationClinic.RIVER.id()));
    }

    @Test
    void the_other_written_form_of_a_date_is_accepted() {
        ObjectNode body = week.booking(slot);
        for (String name : List.of("startDateTime", "endDateTime")) {
            body.put(name, slot.path(name).asText().replace('T', ' ').replace(":00+", "+"));
        }
        assertThat(body.path("startDateTime").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\\+10:00");
        assertThat(book(body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-02T10:00:00",
                "2026-06-02T10:00:00Z",
                "2026-06-02 10:00",
                "2026-06-02T10:00:00 +10:00",
                "2026-06-02T10:00+10:00",
                "2026-06-31T10:00:00+10:00",
                "tomorrow",
                ""
            })
    void a_date_without_a_numeric_offset_or_in_another_form_is_refused(String start) {
        invalid(week.booking(slot).put("startDateTime", start));
    }

    @Test
    void what_is_missing_unknown_or_too_long_is_refused() {
        for (String name : List.of("startDateTime", "endDateTime", "practitioner", "locationId", "clients")) {
            invalid((ObjectNode) week.booking(slot).without(name));
        }
        invalid(week.booking(slot).put("practitioner", DemonstrationClinic.MEI.id()));
        invalid(with(new Practitioner("nobody", "", "", true)));
        invalid(week.booking(slot).put("locationId", "nowhere"));
        invalid(week.booking(slot).put("appointmentTypeId", "unknown"));
        invalid(week.booking(slot).put("notes", "x".repeat(301)));
        invalid(week.booking(slot).put("subject", "x".repeat(301)));
        invalid(week.booking(slot).put("notifyPractitioner", "perhaps"));
        invalid(week.booking(slot).set("endDateTime", slot.path("startDateTime")));
    }

    @Test
    void exactly_one_known_client_is_taken() {
        ObjectNode none = week.booking(slot);
        none.putArray("clients");
        invalid(none);
        ObjectNode two = week.booking(slot);
        two.withArray("clients").addObject().put("clientId", week.client());
        invalid(two);
        ObjectNode unknown = week.booking(slot);
        unknown.putArray("clients").addObject().put("clientId", "unknown");
        invalid(unknown);
        ObjectNode more = week.booking(slot);
        more.putArray("clients").addObject().put("clientId", week.client()).put("firstName", "ignored");
        assertThat(book(more).status()).isEqualTo(200);
    }

    @Test
    void reminders_are_read_nested_or_flat_as_text_or_json() {
        ObjectNode nested = week.booking(slot);
        nested.putObject("appointmentReminder")
                .put("isEmailReminderRequired", "true")
                .put("isSmsReminderRequired", "false");
        assertThat(reminders(nested)).isEqualTo("true/false");
        ObjectNode flat = week.booking(week.free(DemonstrationClinic.MEI).path(0));
        flat.put("isEmailReminderRequired", false).put("isSmsReminderRequired", true);
        assertThat(reminders(flat)).isEqualTo("false/true");
    }

    @Test
    void json_booleans_are_refused_when_switched_so() {
        week.switches("{\"refuseJsonBooleans\":true}");
        invalid(week.booking(slot).put("isSmsReminderRequired", true));
        ObjectNode nested = week.booking(slot);
        nested.putObject("appointmentReminder").put("isSmsReminderRequired", true);
        invalid(nested);
        assertThat(book(week.booking(slot).put("isSmsReminderRequired", "true")).status())
                .isEqualTo(200);
    }

    private String reminders(ObjectNode body) {
        String id = book(body).json().at("/appointment/appointmentId").asText();
        for (JsonNode one : caller.console("GET", "appointments", "").json().path("appointments")) {
            if (one.path("appointmentId").asText().equals(id)) {
                JsonNode reminder = one.path("appointmentReminder");
                return reminder.path("isEmailReminderRequired") + "/" + reminder.path("isSmsReminderRequired");
            }
        }
        return "absent";
    }

    private ObjectNode with(Practitioner practitioner) {
        ObjectNode body = week.booking(slot).put("endDateTime", "2026-06-02T10:30:00+10:00");
        body.putObject("practitioner").put("practitionerId", practitioner.id());
        return body;
    }

    private Caller.Answered book(ObjectNode body) {
        return caller.post(Week.APPOINTMENT, body.toString());
    }

    private void notAvailable(ObjectNode body) {
        Caller.Answered answer = book(body);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.reason()).isEqualTo(TAKEN);
    }

    private void invalid(JsonNode body) {
        Caller.Answered answer = caller.post(Week.APPOINTMENT, body.toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isNotEmpty().isNotEqualTo(TAKEN);
    }

    private static String written(OffsetDateTime time) {
        return Times.slot(time.toInstant(), time.getOffset());
    }
}
