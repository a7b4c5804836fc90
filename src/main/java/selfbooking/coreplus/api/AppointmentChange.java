package selfbooking.coreplus.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is to change about an appointment; null leaves a member as it is (API notes, section 4.6). */
record AppointmentChange(
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end,
        @Nullable String practitionerId,
        @Nullable String notes) {

    @Override
    public String toString() {
        return "AppointmentChange[" + practitionerId + ", " + start + "]";
    }
}
