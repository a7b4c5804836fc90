package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.sandbox.Week.MONDAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.demonstration.DemonstrationClinic;

class AvailabilitySlotsTest {

    private final Week week = new Week();

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void times_have_no_space_before_the_offset_and_name_who_and_where() {
        JsonNode slot = ofType(30, MONDAY, "").path("timeslots").path(0);
        assertThat(slot.path("startDateTime").asText()).matches("2026-06-01T\\d\\d:\\d\\d:00\\+10:00");
        assertThat(names(slot)).containsExactly("startDateTime", "endDateTime", "practitionerId", "locationId");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 45, 60, 90})
    void with_a_type_every_piece_has_its_length(int minutes) {
        List<JsonNode> slots = all("&appointmentTypeId=" + week.type(minutes));
        assertThat(slots)
                .isNotEmpty()
                .allSatisfy(slot ->
                        assertThat(Duration.between(start(slot), end(slot))).isEqualTo(Duration.ofMinutes(minutes)));
    }

    @Test
    void without_a_type_free_ranges_come_back_whole_and_hold_every_piece() {
        List<JsonNode> ranges = all("");
        assertThat(ranges)
                .anySatisfy(range ->
                        assertThat(Duration.between(start(range), end(range))).isGreaterThan(Duration.ofMinutes(90)));
        assertThat(all("&appointmentTypeId=" + week.type(30)))
                .allSatisfy(piece -> assertThat(ranges)
                        .anySatisfy(range -> assertThat(!start(piece).isBefore(start(range))
                                        && !end(piece).isAfter(end(range)))
                                .isTrue()));
    }

    @Test
    void pages_hold_fifty_unless_asked_and_never_more_than_a_hundred() {
        assertThat(paging("")).isEqualTo("1/50");
        assertThat(paging("&pageSize=100&pageNumber=2")).isEqualTo("2/100");
        assertThat(paging("&pageSize=101")).isEqualTo("1/100");
        assertThat(ofType(30, MONDAY.plusDays(6), "&pageSize=500").path("timeslots"))
                .hasSize(100);
    }

    @Test
    void pages_together_are_the_whole_week_in_order_and_nothing_twice() {
        List<JsonNode> slots = all("&appointmentTypeId=" + week.type(30));
        int total = ofType(30, MONDAY.plusDays(6), "").at("/paging/totalRows").asInt();
        assertThat(slots).hasSize(total).doesNotHaveDuplicates();
        assertThat(slots.stream().map(AvailabilitySlotsTest::start).toList()).isSorted();
        assertThat(ofType(30, MONDAY.plusDays(6), "&pageNumber=99").path("timeslots"))
                .isEmpty();
    }

    @Test
    void filters_may_be_repeated_and_ids_are_taken_in_upper_case() {
        String two = "&practitionerId=" + DemonstrationClinic.MEI.id().toUpperCase(java.util.Locale.ROOT)
                + "&practitionerId=" + DemonstrationClinic.DANIEL.id() + "&appointmentTypeId=" + week.type(30);
        assertThat(all(two).stream().map(slot -> slot.path("practitionerId").asText()))
                .containsOnly(DemonstrationClinic.MEI.id(), DemonstrationClinic.DANIEL.id());
        String place = two + "&locationId=" + DemonstrationClinic.RIVER.id();
        assertThat(all(place).stream().map(slot -> slot.path("locationId").asText()))
                .containsOnly(DemonstrationClinic.RIVER.id());
        assertThat(all(place).stream().map(slot -> slot.path("practitionerId").asText()))
                .containsOnly(DemonstrationClinic.DANIEL.id());
    }

    @Test
    void a_specialty_is_accepted() {
        assertThat(all("&specialtyId=x&specialtyId=y")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startDate=2026-06-01&endDate=2026-06-02",
                "startDate=2026-06-01&timezoneId=ZONE",
                "startDate=2026-06-31&endDate=2026-07-02&timezoneId=ZONE",
                "startDate=01/06/2026&endDate=2026-06-02&timezoneId=ZONE",
                "startDate=2026-06-02&endDate=2026-06-01&timezoneId=ZONE",
                "startDate=2026-06-02&endDate=2028-06-01&timezoneId=ZONE",
                "startDate=2026-06-01&endDate=2026-06-02&timezoneId=unknown",
                "startDate=2026-06-01&endDate=2026-06-02&timezoneId=ZONE&appointmentTypeId=unknown",
                "startDate=2026-06-01&endDate=2026-06-02&timezoneId=ZONE&pageNumber=0",
                "startDate=2026-06-01&endDate=2026-06-02&timezoneId=ZONE&pageSize=many"
            })
    void what_is_missing_or_wrong_is_refused(String query) {
        Caller.Answered answer = week.caller().get(Week.SLOTS + query.replace("ZONE", week.sydney()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isNotEmpty();
    }

    @Test
    void the_unpublished_practitioner_has_no_times_even_when_asked_for() {
        assertThat(all("&practitionerId=" + DemonstrationClinic.UNPUBLISHED.id()))
                .isEmpty();
        assertThat(all("").stream().map(slot -> slot.path("practitionerId").asText()))
                .doesNotContain(DemonstrationClinic.UNPUBLISHED.id());
    }

    @Test
    void the_switch_takes_the_practitioner_out_of_every_slot() {
        week.switches("{\"slotsWithoutPractitioner\":true}");
        assertThat(all("")).isNotEmpty().noneMatch(slot -> slot.has("practitionerId"));
    }

    @Test
    void pieces_that_have_begun_go_and_the_others_stay_where_they_were() {
        String mei = "&practitionerId=" + DemonstrationClinic.MEI.id();
        List<OffsetDateTime> before = starts(ofType(30, MONDAY, mei));
        OffsetDateTime later = before.get(0).plusMinutes(7);
        week.caller().console("POST", "clock", "{\"now\":\"" + later.toInstant() + "\"}");
        Caller caller = new Caller(week.sandbox(), later.toEpochSecond());
        List<OffsetDateTime> after =
                starts(caller.get(Week.SLOTS + "startDate=2026-06-01&endDate=2026-06-01&timezoneId=" + week.sydney()
                                + mei + "&appointmentTypeId=" + week.type(30))
                        .json());
        assertThat(after).isEqualTo(before.subList(1, before.size()));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-03,2026-10-04,+10:00,+11:00", "2027-04-03,2027-04-04,+11:00,+10:00"})
    void a_clock_change_in_sydney_changes_the_offset_and_not_brisbane(
            LocalDate saturday, LocalDate sunday, String before, String after) {
        JsonNode slots = week.slots(saturday, sunday.plusDays(1), week.sydney(), "&pageSize=100")
                .path("timeslots");
        assertThat(slots).isNotEmpty().allSatisfy(slot -> {
            String start = slot.path("startDateTime").asText();
            boolean changed = !LocalDate.parse(start.substring(0, 10)).isBefore(sunday);
            assertThat(start).endsWith(changed ? after : before);
        });
        assertThat(week.slots(saturday, sunday, week.brisbane(), "").path("timeslots"))
                .isNotEmpty()
                .allSatisfy(
                        slot -> assertThat(slot.path("startDateTime").asText()).endsWith("+10:00"));
    }

    @Test
    void in_summer_the_same_instant_is_written_in_the_zone_asked_for() {
        LocalDate day = LocalDate.of(2026, 11, 18);
        String daniel = "&practitionerId=" + DemonstrationClinic.DANIEL.id();
        JsonNode sydney = week.slots(day, day, week.sydney(), daniel).at("/timeslots/0");
        JsonNode brisbane = week.slots(day, day, week.brisbane(), daniel).at("/timeslots/0");
        assertThat(sydney.path("startDateTime").asText()).isEqualTo("2026-11-18T11:00:00+11:00");
        assertThat(brisbane.path("startDateTime").asText()).isEqualTo("2026-11-18T10:00:00+10:00");
    }

    private JsonNode ofType(int minutes, LocalDate last, String more) {
        return week.slots(MONDAY, last, week.sydney(), "&appointmentTypeId=" + week.type(minutes) + more);
    }

    private List<JsonNode> all(String more) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            String paged = "&pageSize=40&pageNumber=" + (all.size() / 40 + 1) + more;
            page = week.slots(MONDAY, MONDAY.plusDays(6), week.sydney(), paged);
            page.path("timeslots").forEach(all::add);
        } while (page.path("timeslots").size() == 40);
        return all;
    }

    private String paging(String more) {
        JsonNode paging = ofType(30, MONDAY.plusDays(6), more).path("paging");
        return paging.path("pageNumber").asInt() + "/" + paging.path("pageSize").asInt();
    }

    private static List<OffsetDateTime> starts(JsonNode answer) {
        return list(answer.path("timeslots"), AvailabilitySlotsTest::start);
    }

    private static OffsetDateTime start(JsonNode slot) {
        return OffsetDateTime.parse(slot.path("startDateTime").asText());
    }

    private static OffsetDateTime end(JsonNode slot) {
        return OffsetDateTime.parse(slot.path("endDateTime").asText());
    }

    private static List<String> names(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> part) {
        List<T> parts = new ArrayList<>();
        array.forEach(element -> parts.add(part.apply(element)));
        return parts;
    }
}
