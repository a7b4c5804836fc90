package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.sandbox.Week.MONDAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.api.Client;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.api.Days;
import selfbooking.sandbox.api.FreeTime;
import selfbooking.sandbox.api.Range;
import selfbooking.sandbox.demonstration.Demonstration;
import selfbooking.sandbox.demonstration.DemonstrationClients;
import selfbooking.sandbox.demonstration.DemonstrationClinic;

class DemonstrationTest {

    @Test
    void five_of_six_practitioners_are_answered_and_never_the_unpublished_one() {
        try (Week week = new Week()) {
            String all = week.caller().get("/api/core/v2.1/Practitioner/").text()
                    + week.caller().console("GET", "appointments", "").text();
            assertThat(Caller.tree(week.caller()
                                    .get("/api/core/v2.1/Practitioner/")
                                    .text())
                            .path("practitioners"))
                    .hasSize(5);
            assertThat(all).doesNotContain("Hartigan", DemonstrationClinic.UNPUBLISHED.id());
            assertThat(all).contains("\"Daniel \"", "\" Nguyen\"", "Siobhán", "O'Connell");
        }
    }

    @Test
    void a_location_names_its_zone_with_a_backslash_and_its_own_id() {
        try (Week week = new Week()) {
            JsonNode locations =
                    week.caller().get("/api/core/v2.1/Location/").json().path("locations");
            assertThat(locations.at("/0/timeZone/tzName").asText()).isEqualTo("Australia\\Sydney");
            assertThat(locations.at("/1/timeZone/tzName").asText()).isEqualTo("Australia\\Brisbane");
            assertThat(locations.at("/0/timeZone/timezoneId")).isNotEqualTo(locations.at("/1/timeZone/timezoneId"));
        }
    }

    @Test
    void five_types_have_five_lengths_one_of_them_written_as_text() {
        try (Week week = new Week()) {
            JsonNode types =
                    week.caller().get("/api/core/v2.1/appointmenttype/").json().path("appointmentTypes");
            assertThat(list(types))
                    .extracting(type -> type.path("durationMinutes").asInt())
                    .containsExactlyInAnyOrder(20, 30, 45, 60, 90);
            assertThat(list(types))
                    .filteredOn(type -> type.path("durationMinutes").isTextual())
                    .hasSize(1);
        }
    }

    @Test
    void a_week_has_two_or_three_pages_of_a_hundred_half_hours_for_twelve_weeks() {
        try (Week week = new Week()) {
            for (int n = 0; n <= 12; n++) {
                LocalDate from = MONDAY.plusWeeks(n);
                String half = "&appointmentTypeId=" + week.type(30);
                int free = week.slots(from, from.plusDays(6), week.sydney(), half)
                        .at("/paging/totalRows")
                        .asInt();
                assertThat(free).as("week of %s", from).isBetween(110, 270);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void on_every_day_of_the_week_there_is_a_time_until_the_late_afternoon(int day) {
        Demonstration demonstration = on(MONDAY.plusDays(day));
        for (int minutes : List.of(20, 30, 45, 60, 90)) {
            assertThat(starts(demonstration, MONDAY.plusDays(day), minutes))
                    .anyMatch(start -> !start.isBefore(LocalTime.of(15, 30)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void four_practitioners_have_times_within_a_week_and_the_fifth_is_away(int day) {
        LocalDate today = MONDAY.plusDays(day);
        Demonstration demonstration = on(today);
        Range next = new Days(today.plusDays(1), today.plusDays(7), DemonstrationClinic.HARBOUR.zone()).range();
        Set<Practitioner> free = new HashSet<>();
        for (Practitioner practitioner : demonstration.clinic().published()) {
            for (Location location : demonstration.clinic().locations()) {
                if (!freeTime(demonstration).free(practitioner, location, next).isEmpty()) {
                    free.add(practitioner);
                }
            }
        }
        assertThat(free)
                .containsExactlyInAnyOrder(
                        DemonstrationClinic.MEI,
                        DemonstrationClinic.SIOBHAN,
                        DemonstrationClinic.KRISHNAVENI,
                        DemonstrationClinic.DANIEL);
    }

    @Test
    void about_half_of_the_next_four_weeks_is_taken_and_less_later() {
        Demonstration demonstration = on(MONDAY);
        long soon = count(demonstration, MONDAY, MONDAY.plusDays(27));
        long later = count(demonstration, MONDAY.plusDays(56), MONDAY.plusDays(83));
        assertThat(soon).isBetween(250L, 600L);
        assertThat(later).isLessThan(soon * 3 / 4).isPositive();
    }

    @Test
    void the_diary_is_the_same_at_every_start_on_a_day() {
        assertThat(on(MONDAY).diary().all()).isEqualTo(on(MONDAY).diary().all());
    }

    @Test
    void of_150_clients_two_are_one_person_and_all_mobiles_are_fictional() {
        List<Client> clients = DemonstrationClients.all();
        assertThat(clients).hasSize(150);
        assertThat(clients.stream()
                        .filter(one -> clients.stream().filter(one::sameAs).count() > 1))
                .hasSize(2);
        assertThat(clients.stream()
                        .map(client -> client.text("phoneNumberMobile"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "",
                        "0491570006",
                        "0491570110",
                        "0491570156",
                        "0491570157",
                        "0491570158",
                        "0491570159",
                        "0491570313",
                        "0491570737");
        assertThat(clients.stream().map(Client::id).distinct()).hasSize(150);
    }

    private static Demonstration on(LocalDate today) {
        return Demonstration.open(clock(today));
    }

    private static Clock clock(LocalDate today) {
        java.time.ZoneId zone = DemonstrationClinic.HARBOUR.zone();
        return Clock.fixed(today.atStartOfDay(zone).toInstant(), zone);
    }

    private static FreeTime freeTime(Demonstration demonstration) {
        return new FreeTime(demonstration.clinic(), demonstration.diary(), clock(MONDAY));
    }

    private static List<LocalTime> starts(Demonstration demonstration, LocalDate day, int minutes) {
        java.time.ZoneId zone = DemonstrationClinic.HARBOUR.zone();
        return demonstration.clinic().published().stream()
                .flatMap(practitioner -> demonstration.clinic().locations().stream()
                        .flatMap(location ->
                                freeTime(demonstration)
                                        .free(practitioner, location, new Days(day, day, zone).range())
                                        .stream()))
                .flatMap(range -> range.pieces(java.time.Duration.ofMinutes(minutes)).stream())
                .map(piece -> LocalTime.ofInstant(piece.start(), zone))
                .toList();
    }

    private static long count(Demonstration demonstration, LocalDate from, LocalDate to) {
        Range range = new Days(from, to, DemonstrationClinic.HARBOUR.zone()).range();
        return demonstration.diary().all().stream()
                .filter(one -> one.time().overlaps(range))
                .count();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
