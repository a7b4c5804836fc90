package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Times;

/** Reads the body of a booking or a change; what an existing appointment has stays when it is not sent. */
public final class BookingForm {

    private static final int TEXT = 300;
    private static final List<String> REMINDERS = List.of("isEmailReminderRequired", "isSmsReminderRequired");

    private final Clinic clinic;
    private final ClientBook clients;

    public BookingForm(Clinic clinic, ClientBook clients) {
        this.clinic = clinic;
        this.clients = clients;
    }

    Client client(Body body) {
        JsonNode sent = body.json().path("clients");
        if (!sent.isArray() || sent.size() != 1 || !sent.path(0).isObject()) {
            throw Refused.invalid("clients must have exactly one client");
        }
        String id = new Body((ObjectNode) sent.path(0)).id("clientId");
        return clients.find(id).orElseThrow(() -> Refused.invalid("clientId is not known"));
    }

    Appointment.Visit visit(Body body, Appointment.@Nullable Visit old) {
        Range time = new Range(
                time(body, "startDateTime", old == null ? null : old.time().start()),
                time(body, "endDateTime", old == null ? null : old.time().end()));
        if (!time.start().isBefore(time.end())) {
            throw Refused.invalid("endDateTime must be after startDateTime");
        }
        return new Appointment.Visit(practitioner(body, old), location(body, old), type(body, old), time);
    }

    Appointment.Remarks remarks(Body body, String subject, boolean mobile) {
        Body reminders = body.has("appointmentReminder") ? body.nested("appointmentReminder") : body;
        String sent = body.text("subject", TEXT);
        return new Appointment.Remarks(
                sent.isBlank() ? subject : sent,
                body.text("notes", TEXT),
                body.flag("notifyPractitioner"),
                reminders.flag(REMINDERS.get(0)),
                reminders.flag(REMINDERS.get(1)) && mobile);
    }

    Appointment.Remarks remarks(Body body, Appointment.Remarks old) {
        return new Appointment.Remarks(
                body.has("subject") ? body.text("subject", TEXT) : old.subject(),
                body.has("notes") ? body.text("notes", TEXT) : old.notes(),
                body.has("notifyPractitioner") ? body.flag("notifyPractitioner") : old.notifyPractitioner(),
                old.emailReminder(),
                old.smsReminder());
    }

    /** The working client sends its booleans as text; a switch insists on that. */
    void refuseJsonBooleans(Body body) {
        boolean nested = body.has("appointmentReminder")
                && REMINDERS.stream().anyMatch(body.nested("appointmentReminder")::isBoolean);
        if (nested || body.isBoolean("notifyPractitioner") || REMINDERS.stream().anyMatch(body::isBoolean)) {
            throw Refused.invalid("Booleans must be sent as text");
        }
    }

    private static Instant time(Body body, String name, @Nullable Instant old) {
        return old != null && !body.has(name) ? old : Times.booking(name, body.required(name, 40));
    }

    private String practitioner(Body body, Appointment.@Nullable Visit old) {
        if (old != null && !body.has("practitioner")) {
            return old.practitionerId();
        }
        String id = body.nested("practitioner").id("practitionerId");
        return clinic.practitioner(id)
                .map(Practitioner::id)
                .orElseThrow(() -> Refused.invalid("practitionerId is not known"));
    }

    private String location(Body body, Appointment.@Nullable Visit old) {
        if (old != null && !body.has("locationId")) {
            return old.locationId();
        }
        return clinic.location(body.id("locationId"))
                .map(Location::id)
                .orElseThrow(() -> Refused.invalid("locationId is not known"));
    }

    @Nullable
    private String type(Body body, Appointment.@Nullable Visit old) {
        String id = body.idOrNull("appointmentTypeId");
        if (id != null && clinic.type(id).isEmpty()) {
            throw Refused.invalid("appointmentTypeId is not known");
        }
        return id != null || old == null ? id : old.typeId();
    }
}
