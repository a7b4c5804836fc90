package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import selfbooking.web.parts.Field;
import selfbooking.web.parts.FieldMistake;

class DetailsFieldsTest {
    @Test
    void first_view_assumes_the_patient_books_for_themselves() {
        DetailsFields fields = DetailsFields.of(Map.of(), Map.of(), null);
        assertThat(fields.other()).isFalse();
        assertThat(box(fields, "givenName").autocomplete()).isEqualTo("given-name");
        assertThat(box(fields, "birthYear").autocomplete()).isEqualTo("bday-year");
        assertThat(fields.mistakes()).isEmpty();
        assertThat(fields.terms()).isNull();
    }

    @Test
    void answers_about_someone_else_carry_no_purpose() {
        DetailsFields fields = DetailsFields.of(Map.of("who", List.of("other")), Map.of(), null);
        assertThat(box(fields, "givenName").autocomplete()).isEqualTo("off");
        assertThat(box(fields, "familyName").autocomplete()).isEqualTo("off");
        assertThat(fields.birth().boxes()).allMatch(box -> box.autocomplete().equals("off"));
        assertThat(box(fields, "mobile").autocomplete()).isEqualTo("off");
        assertThat(box(fields, "email").autocomplete()).isEqualTo("off");
    }

    @Test
    void mistakes_follow_the_page_and_a_date_has_one() {
        Map<String, String> wrong = Map.of(
                "mobile", "Enter your mobile number",
                "givenName", "Enter your first name",
                "birthMonth", "Date of birth must include a month and year",
                "birthYear", "Date of birth must include a month and year",
                "contactBy", "Choose how the clinic can reach you");
        DetailsFields fields = DetailsFields.of(Map.of("birthDay", List.of("27")), wrong, null);
        assertThat(fields.mistakes())
                .extracting(FieldMistake::href)
                .containsExactly("#givenName", "#birthMonth", "#contactBy-mobile", "#mobile");
        assertThat(box(fields, "birthDay").wrong()).isFalse();
        assertThat(box(fields, "birthDay").value()).isEqualTo("27");
    }

    @Test
    void hint_is_read_before_the_message() {
        DetailsFields fields = DetailsFields.of(Map.of(), Map.of("mobile", "Enter your mobile number"), null);
        assertThat(box(fields, "mobile").describedBy()).isEqualTo("mobile-hint mobile-error");
        assertThat(box(fields, "givenName").describedBy()).isNull();
    }

    private static Field box(DetailsFields fields, String name) {
        return Objects.requireNonNull(fields.box().get(name));
    }
}
