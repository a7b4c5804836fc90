package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a patient told us, checked and trimmed; kept encrypted and only as long as it is needed.
 *
 * @param texts only fields that were given
 * @param mobile null when the clinic should write by mail only
 */
public record Answers(
        Map<DetailsField, String> texts,
        LocalDate birthDate,
        @Nullable Mobile mobile,
        boolean agreed) {

    /** An Australian mobile: {@code +61491570006} and as the patient typed it. In the diary it is written {@code 0491570006}. */
    public record Mobile(String e164, String typed) {

        public String forDiary() {
            return "0" + e164.substring("+61".length());
        }
    }

    public Answers {
        texts = Map.copyOf(texts);
    }

    /** Null when nothing was given. */
    public @Nullable String text(DetailsField field) {
        return texts.get(field);
    }

    /** Who books when it is for someone else; null when patients book for themselves. */
    public @Nullable String bookerName() {
        return text(DetailsField.BOOKER_NAME);
    }

    public String givenName() {
        return Objects.requireNonNull(text(DetailsField.GIVEN_NAME));
    }

    public String familyName() {
        return Objects.requireNonNull(text(DetailsField.FAMILY_NAME));
    }

    /** Null when the clinic should call or text only. */
    public @Nullable String email() {
        return text(DetailsField.EMAIL);
    }

    public boolean forSomeoneElse() {
        return bookerName() != null;
    }

    /** Names are for the page that the patient sees, never for a log. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
