package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-03T09:00:00+10:00",
                "2025-06-03T09:00:00 +10:00",
                "2025-06-03 09:00+10:00",
                "2025-06-03 09:00 +10:00",
                "2025-06-03T09:00+1000",
                "  2025-06-03T09:00:00.000 +1000 ",
                "2025-06-02T23:00:00Z",
                "2025-06-02T23:00:00 Z",
                "2025-06-02T18:30:00-0430"
            })
    void every_spelling_is_the_same_moment(String text) {
        assertThat(ApiDates.dateTime(text)).isAtSameInstantAs(OffsetDateTime.parse("2025-06-03T09:00:00+10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-06-03", "2025-06-03T09:00:00", "2025-13-03T09:00:00+10:00", "tomorrow", "+10:00"})
    void a_text_without_offset_or_sense_is_refused(String text) {
        assertThatThrownBy(() -> ApiDates.dateTime(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-04-12", "1990-04-12T00:00:00", " 1990-04-12T00:00:00+10:00 "})
    void a_birth_date_is_its_first_ten_characters(String text) {
        assertThat(ApiDates.date(text)).isEqualTo(LocalDate.of(1990, 4, 12));
    }

    @Test
    void written_with_seconds_and_a_numeric_offset_never_z() {
        assertThat(ApiDates.written(OffsetDateTime.parse("2025-06-03T09:00:00+10:30")))
                .isEqualTo("2025-06-03T09:00:00+10:30");
        assertThat(ApiDates.written(OffsetDateTime.parse("2025-06-03T09:00Z"))).isEqualTo("2025-06-03T09:00:00+00:00");
    }
}
