package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a patient told us, checked and trimmed; kept encrypted and only as long as it is needed.
 *
 * @param bookerName who books when it is for someone else; null when patients book for themselves
 * @param mobile null when the clinic should write by mail only
 * @param email null when the clinic should call or text only
 * @param reason null when nothing was given
 */
public record Answers(
        @Nullable String bookerName,
        String givenName,
        String familyName,
        LocalDate birthDate,
        @Nullable Mobile mobile,
        @Nullable String email,
        @Nullable String reason,
        boolean agreed) {

    /** An Australian mobile: {@code +61491570006} and as the patient typed it. In the diary it is written {@code 0491570006}. */
    public record Mobile(String e164, String typed) {

        public String forDiary() {
            return "0" + e164.substring("+61".length());
        }
    }

    public boolean forSomeoneElse() {
        return bookerName != null;
    }

    /** Names are for the page that the patient sees, never for a log. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
