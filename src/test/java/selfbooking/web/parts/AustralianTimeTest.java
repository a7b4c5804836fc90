package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for dates and times; the same bytes on every JDK. */
class AustralianTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "09:30,9:30\u00a0am",
        "12:00,12:00\u00a0pm",
        "00:00,12:00\u00a0am",
        "15:40,3:40\u00a0pm",
        "11:59,11:59\u00a0am"
    })
    void time_in_a_list_has_a_blank_that_does_not_break(String clock, String words) {
        assertThat(AustralianTime.time(sydney("2026-11-23T" + clock))).isEqualTo(words);
    }

    @Test
    void noon_and_midnight_have_names_in_sentences() {
        assertThat(AustralianTime.timeInWords(sydney("2026-11-23T12:00"))).isEqualTo("midday");
        assertThat(AustralianTime.timeInWords(sydney("2026-11-23T12:00:41"))).isEqualTo("midday");
        assertThat(AustralianTime.timeInWords(sydney("2026-11-23T00:00"))).isEqualTo("midnight");
        assertThat(AustralianTime.timeInWords(sydney("2026-11-23T12:01"))).isEqualTo("12:01\u00a0pm");
    }

    @Test
    void dates_follow_the_style_manual() {
        assertThat(AustralianTime.day(TODAY)).isEqualTo("Monday 23\u00a0November");
        assertThat(AustralianTime.fullDay(TODAY)).isEqualTo("Monday 23\u00a0November 2026");
        assertThat(AustralianTime.date(LocalDate.of(1987, 3, 7))).isEqualTo("7\u00a0March 1987");
        for (int month = 1; month <= 12; month++) {
            assertThat(AustralianTime.day(LocalDate.of(2026, month, 1))).matches("[A-Z][a-z]+ 1\u00a0[A-Z][a-z]{2,8}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23|Today, Monday 23\u00a0November|today",
                "2026-11-24|Tomorrow, Tuesday 24\u00a0November|tomorrow",
                "2026-11-25|Wednesday 25\u00a0November|Wednesday",
                "2026-11-29|Sunday 29\u00a0November|Sunday",
                "2026-11-30|Monday 30\u00a0November|Monday 30\u00a0November",
                "2027-01-04|Monday 4\u00a0January 2027|Monday 4\u00a0January"
            })
    void days_are_named_from_today(LocalDate date, String heading, String note) {
        assertThat(AustralianTime.dayFrom(TODAY, date)).isEqualTo(heading);
        assertThat(AustralianTime.shortDayFrom(TODAY, date)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Australia/Sydney|2026-11-23|Sydney time, AEDT",
                "Australia/Sydney|2026-07-01|Sydney time, AEST",
                "Australia/Brisbane|2026-11-23|Brisbane time, AEST",
                "Australia/Broken_Hill|2026-11-23|Broken Hill time, ACDT",
                "Australia/Darwin|2026-11-23|Darwin time, ACST",
                "Australia/Perth|2026-11-23|Perth time, AWST",
                "Australia/Lord_Howe|2026-11-23|Lord Howe time, LHDT",
                "Australia/Eucla|2026-11-23|Eucla time, UTC+8:45",
                "Pacific/Norfolk|2026-11-23|Norfolk time, UTC+12",
                "Indian/Christmas|2026-11-23|Christmas time, UTC+7"
            })
    void zone_is_named_by_city_and_by_known_short_names_only(String zone, LocalDate day, String words) {
        assertThat(AustralianTime.zone(day.atTime(9, 0).atZone(ZoneId.of(zone))))
                .isEqualTo(words);
    }

    @Test
    void repeated_hour_says_which_of_the_two_it_is() {
        ZonedDateTime first = Instant.parse("2027-04-03T15:30:00Z").atZone(ZoneId.of("Australia/Sydney"));

        assertThat(AustralianTime.time(first)).isEqualTo("2:30\u00a0am AEDT");
        assertThat(AustralianTime.time(first.plusHours(1))).isEqualTo("2:30\u00a0am AEST");
        assertThat(AustralianTime.time(first.plusHours(2))).isEqualTo("3:30\u00a0am");
    }

    @Test
    void lord_howe_repeats_half_an_hour() {
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");
        ZonedDateTime first = Instant.parse("2027-04-03T14:45:00Z").atZone(zone);

        assertThat(AustralianTime.time(first)).isEqualTo("1:45\u00a0am LHDT");
        assertThat(AustralianTime.time(first.plusMinutes(30))).isEqualTo("1:45\u00a0am LHST");
        assertThat(AustralianTime.time(first.minusMinutes(30))).isEqualTo("1:15\u00a0am");
        assertThat(AustralianTime.machine(first)).isEqualTo("2027-04-04T01:45+11:00");
        assertThat(AustralianTime.machine(first.plusMinutes(30))).isEqualTo("2027-04-04T01:45+10:30");
    }

    @Test
    void clock_change_is_seen_only_where_clocks_change() {
        Instant from = Instant.parse("2027-03-30T00:00:00Z");
        Instant to = Instant.parse("2027-04-10T00:00:00Z");

        assertThat(AustralianTime.clockChange(ZoneId.of("Australia/Sydney"), from, to))
                .isTrue();
        assertThat(AustralianTime.clockChange(ZoneId.of("Australia/Brisbane"), from, to))
                .isFalse();
        assertThat(AustralianTime.clockChange(ZoneId.of("Australia/Sydney"), to, to.plusSeconds(86_400)))
                .isFalse();
    }

    private static ZonedDateTime sydney(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Australia/Sydney"));
    }
}
