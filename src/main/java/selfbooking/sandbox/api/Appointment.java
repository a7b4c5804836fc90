package selfbooking.sandbox.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the diary; it stays there when it is cancelled. */
public record Appointment(
        String id,
        String reference,
        Visit visit,
        List<String> clientIds,
        Remarks remarks,
        boolean attended,
        @Nullable Cancellation cancellation) {

    /** With whom, where, when; the type may be missing. */
    public record Visit(
            String practitionerId,
            String locationId,
            @Nullable String typeId,
            Range time) {}

    /** What is written on it and who is told. */
    public record Remarks(
            String subject, String notes, boolean notifyPractitioner, boolean emailReminder, boolean smsReminder) {}

    /** Why it was cancelled, as far as anybody said. */
    public record Cancellation(String reasonId, String notes) {}

    boolean live() {
        return cancellation == null;
    }

    /** Three words; only two have been seen, the third is our assumption (API notes, section 7 row 31). */
    String status() {
        if (cancellation != null) {
            return "Cancelled";
        }
        return attended ? "Attended" : "Booked";
    }

    public Range time() {
        return visit.time();
    }

    Appointment changed(Visit visit, Remarks remarks) {
        return new Appointment(id, reference, visit, clientIds, remarks, attended, cancellation);
    }

    public Appointment cancelled(Cancellation why) {
        return new Appointment(id, reference, visit, clientIds, remarks, attended, why);
    }
}
