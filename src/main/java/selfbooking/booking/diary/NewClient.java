package selfbooking.booking.diary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A patient to be added to the diary (API notes, section 4.5).
 *
 * <p>Names, mobile and email hold at most 50 characters; the mobile is written {@code 04…}. Its text form names nobody.
 */
public record NewClient(
        String firstName,
        String lastName,
        LocalDate dateOfBirth,
        @Nullable String mobile,
        @Nullable String email,
        String externalId) {

    @Override
    public String toString() {
        return "NewClient[" + externalId + "]";
    }
}
