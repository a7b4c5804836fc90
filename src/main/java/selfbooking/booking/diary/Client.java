package selfbooking.booking.diary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A patient as the diary has them; its own text form names nobody (API notes, section 4.5). */
public record Client(
        String clientId,
        String firstName,
        String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String email,
        @Nullable String mobile) {

    @Override
    public String toString() {
        return "Client[" + clientId + "]";
    }
}
