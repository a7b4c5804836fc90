package selfbooking.web.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.Field;
import selfbooking.web.parts.FieldMistake;

/** The fields of the details form with their labels, what was typed, and the messages beside them. */
public record DetailsFields(
        boolean other,
        Field bookerName,
        Field givenName,
        Field familyName,
        BirthDate birth,
        boolean byMobile,
        Field mobile,
        boolean byEmail,
        Field email,
        @Nullable String whoError,
        @Nullable String contactError,
        Field reason,
        @Nullable Terms terms) {

    /** Date of birth: three boxes under one legend, with one message; only the boxes in {@code error} are marked. */
    public record BirthDate(Field day, Field month, Field year) {
        public List<Field> boxes() {
            return List.of(day, month, year);
        }

        @Nullable
        public String error() {
            return boxes().stream()
                    .map(Field::error)
                    .filter(e -> e != null)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The clinic's terms to agree to. */
    public record Terms(String href, boolean agreed, @Nullable String error) {}

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

    /** In the order of the page. */
    public List<FieldMistake> mistakes() {
        List<FieldMistake> all = new ArrayList<>();
        add(all, "who-me", whoError);
        Stream.of(bookerName, givenName, familyName).forEach(f -> add(all, f.name(), f.error()));
        birth.boxes().stream().filter(Field::wrong).findFirst().ifPresent(f -> add(all, f.name(), f.error()));
        add(all, "contactBy-mobile", contactError);
        Stream.of(mobile, email, reason).forEach(f -> add(all, f.name(), f.error()));
        add(all, "agree", terms == null ? null : terms.error());
        return all;
    }

    private static void add(List<FieldMistake> all, String id, @Nullable String error) {
        if (error != null) {
            all.add(new FieldMistake("#" + id, error));
        }
    }
}
