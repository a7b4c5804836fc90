package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;

/** Turns our records into the JSON that the API takes; a null leaves the member out (API notes, section 4). */
final class ToJson {

    private ToJson() {}

    static ObjectNode client(NewClient client) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("firstName", client.firstName());
        json.put("lastName", client.lastName());
        json.put("dateOfBirth", client.dateOfBirth().toString());
        add(json, "phoneNumberMobile", client.mobile());
        add(json, "email", client.email());
        json.put("ExternalId", client.externalId());
        return json;
    }

    static ObjectNode appointment(NewAppointment appointment) {
        var json = JsonNodeFactory.instance.objectNode();
        times(json, appointment.start(), appointment.end());
        json.putObject("practitioner").put("practitionerId", appointment.practitionerId());
        json.put("locationId", appointment.locationId());
        json.put("appointmentTypeId", appointment.appointmentTypeId());
        json.putArray("clients").addObject().put("clientId", appointment.clientId());
        json.put("notes", appointment.notes());
        return json;
    }

    /** The practitioner goes as a record: the flat form is not proven to be honoured (API notes, section 7). */
    static ObjectNode change(AppointmentChange change) {
        var json = JsonNodeFactory.instance.objectNode();
        times(json, change.start(), change.end());
        if (change.practitionerId() != null) {
            json.putObject("practitioner").put("practitionerId", change.practitionerId());
        }
        add(json, "notes", change.notes());
        return json;
    }

    /** Booleans go as text: a working client that sent real ones had to take it back (API notes, section 4.6). */
    static ObjectNode deletion() {
        return JsonNodeFactory.instance.objectNode().put("deleted", "true");
    }

    private static void times(ObjectNode json, @Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
        add(json, "startDateTime", start == null ? null : ApiDates.written(start));
        add(json, "endDateTime", end == null ? null : ApiDates.written(end));
    }

    private static void add(ObjectNode json, String member, @Nullable String text) {
        if (text != null) {
            json.put(member, text);
        }
    }
}
