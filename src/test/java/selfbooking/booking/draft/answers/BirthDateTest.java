package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import selfbooking.booking.draft.answers.TypedAnswers.Mistake;

/** Three boxes, one message, and only the wrong boxes marked. */
class BirthDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "27,3,1987,1987-03-27",
                "27,Mar,1987,1987-03-27",
                "27,march,1987,1987-03-27",
                " 27 , MARCH , 1987 ,1987-03-27",
                "07,03,1987,1987-03-07",
                "1,sept,2000,2000-09-01",
                "1,Sep.,2000,2000-09-01",
                "29,2,2024,2024-02-29",
                "23,11,2026,2026-11-23",
                "23,11,1906,1906-11-23"
            })
    void date_as_people_type_it_is_read(String day, String month, String year, LocalDate date) {
        BirthDate birth = new BirthDate(day, month, year);

        assertThat(birth.mistake(TODAY, false)).isNull();
        assertThat(birth.date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''|''|Enter your date of birth|birthDay birthMonth birthYear",
                "27|3|''|Date of birth must include a year|birthYear",
                "27|''|1987|Date of birth must include a month|birthMonth",
                "''|''|1987|Date of birth must include a day and month|birthDay birthMonth",
                "27|3|87|Year must include 4 numbers|birthYear",
                "27|3|nineteen|Year must include 4 numbers|birthYear",
                "99|3|19870|Year must include 4 numbers|birthYear",
                "31|4|1987|Date of birth must be a real date|birthDay",
                "29|2|2023|Date of birth must be a real date|birthDay",
                "0|3|1987|Date of birth must be a real date|birthDay",
                "27|13|1987|Date of birth must be a real date|birthMonth",
                "27|ma|1987|Date of birth must be a real date|birthMonth",
                "x|y|1987|Date of birth must be a real date|birthDay birthMonth",
                "24|11|2026|Date of birth must be in the past|birthDay birthMonth birthYear",
                "1|1|2062|Date of birth must be in the past|birthDay birthMonth birthYear",
                "22|11|1906|Date of birth must be in the last 120 years|birthYear",
                "1|1|0000|Date of birth must be in the last 120 years|birthYear"
            })
    void wrong_date_has_one_message_and_marks_its_wrong_parts(
            String day, String month, String year, String message, String marked) {
        Mistake mistake = Objects.requireNonNull(new BirthDate(day, month, year).mistake(TODAY, false));

        assertThat(mistake.message()).isEqualTo(message);
        assertThat((mistake.field() + " " + String.join(" ", mistake.alsoWrong())).strip())
                .isEqualTo(marked);
    }
}
