package selfbooking.web.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.Field;
import selfbooking.web.parts.FieldMistake;

/**
 * The fields of the details form with their labels, what was typed, and the messages beside them.
 *
 * @param box what is typed into, by name
 * @param mistakes in the order of the page
 */
public record DetailsFields(
        boolean other,
        Map<String, Field> box,
        BirthBoxes birth,
        boolean byMobile,
        boolean byEmail,
        @Nullable String whoError,
        @Nullable String contactError,
        @Nullable Terms terms,
        List<FieldMistake> mistakes) {

    /** Date of birth: three boxes under one legend, with one message; only the boxes in {@code error} are marked. */
    public record BirthBoxes(List<Field> boxes) {

        @Nullable
        public String error() {
            return boxes().stream()
                    .map(Field::error)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The clinic's terms to agree to. */
    public record Terms(
            String href, boolean agreed, @Nullable String error) {}

    /**
     * The form as sent or stored.
     *
     * @param typed values by field name, as a form sends them; empty on the first view
     * @param mistakes messages by field name; a birth date's message stands under each wrong box's name
     * @param termsHref null when the clinic has no terms
     */
    public static DetailsFields of(
            Map<String, List<String>> typed, Map<String, String> mistakes, @Nullable String termsHref) {
        return new DetailsForm(typed, mistakes).fields(termsHref);
    }
}
