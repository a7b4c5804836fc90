package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.function.Consumer;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Times;

/** Spells appointments as the API does (API notes, section 4.6). */
public final class AppointmentWire {

    private final Clinic clinic;

    public AppointmentWire(Clinic clinic) {
        this.clinic = clinic;
    }

    /** A row of the list. */
    ObjectNode row(Appointment appointment, ZoneId zone, boolean names) {
        Appointment.Visit visit = appointment.visit();
        ObjectNode row = Json.empty()
                .put("appointmentId", appointment.id())
                .put("appointmentReferenceNumber", appointment.reference())
                .put("status", appointment.status());
        Practitioner practitioner = clinic.practitioner(visit.practitionerId()).orElseThrow();
        row.set("practitioner", names ? practitioner.wire() : Json.empty().put("practitionerId", practitioner.id()));
        row.put("subject", appointment.remarks().subject())
                .put("locationId", visit.locationId())
                .put("appointmentTypeId", visit.typeId() == null ? "" : visit.typeId())
                .put("startDateTime", Times.appointment(visit.time().start(), zone))
                .put("endDateTime", Times.appointment(visit.time().end(), zone));
        ArrayNode clients = row.putArray("clients");
        Consumer<String> add = id -> clients.addObject().put("clientId", id);
        appointment.clientIds().forEach(add);
        return row;
    }

    /** The record: a row with what is written on it, in the location's zone. */
    public ObjectNode record(Appointment appointment, boolean names, boolean why) {
        ObjectNode record = row(appointment, clinic.zoneAt(appointment.visit().locationId()), names)
                .put("notes", appointment.remarks().notes())
                .put("notifyPractitioner", appointment.remarks().notifyPractitioner());
        Appointment.Cancellation cancellation = appointment.cancellation();
        if (why && cancellation != null) {
            record.put("cancellationReasonId", cancellation.reasonId()).put("cancellationNotes", cancellation.notes());
        }
        return record;
    }
}
