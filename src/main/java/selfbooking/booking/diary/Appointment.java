package selfbooking.booking.diary;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An appointment {@code [start, end)} in the diary; notes come with a single record only (API notes, section 4.6). */
public record Appointment(
        String appointmentId,
        @Nullable String status,
        Instant start,
        Instant end,
        String practitionerId,
        String locationId,
        @Nullable String appointmentTypeId,
        List<String> clientIds,
        @Nullable String notes) {

    public Appointment {
        clientIds = List.copyOf(clientIds);
    }

    /** Whether the time is free again; a status nobody has seen yet counts as active (API notes, section 7). */
    public boolean cancelled() {
        var word = status == null ? "" : status.toLowerCase(Locale.ROOT);
        return word.contains("cancel") || word.contains("delet");
    }

    @Override
    public String toString() {
        return "Appointment[" + appointmentId + ", " + status + ", " + start + "]";
    }
}
