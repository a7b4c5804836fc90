package selfbooking.sandbox.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import selfbooking.sandbox.api.Appointment;
import selfbooking.sandbox.api.AppointmentWire;
import selfbooking.sandbox.api.Client;
import selfbooking.sandbox.api.ClientBook;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.api.Diary;
import selfbooking.sandbox.api.Range;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Times;

/** Reception writes into the diary without the API: only another live appointment of the practitioner stops it. */
public final class Reception {

    private final Clinic clinic;
    private final Diary diary;
    private final ClientBook clients;
    private final AppointmentWire wire;

    public Reception(Clinic clinic, Diary diary, ClientBook clients, AppointmentWire wire) {
        this.clinic = clinic;
        this.diary = diary;
        this.clients = clients;
        this.wire = wire;
    }

    Appointment book(Body body) {
        List<String> ids = clients(body);
        String subject = ids.isEmpty()
                ? "Reception"
                : clients.find(ids.get(0)).orElseThrow().subject();
        String sent = body.text("subject", 300);
        Appointment appointment = new Appointment(
                UUID.randomUUID().toString(),
                diary.nextReference(),
                visit(body),
                ids,
                new Appointment.Remarks(sent.isEmpty() ? subject : sent, body.text("notes", 300), false, false, false),
                false,
                null);
        if (!diary.write(appointment, diary::clear)) {
            throw new Refused(409, "The practitioner has another appointment then");
        }
        return appointment;
    }

    /** The API's record, with the client's own details so that a check can see who it is. */
    ObjectNode record(Appointment appointment) {
        ObjectNode record = wire.record(appointment, false, true);
        record.putObject("appointmentReminder")
                .put("isEmailReminderRequired", appointment.remarks().emailReminder())
                .put("isSmsReminderRequired", appointment.remarks().smsReminder());
        appointment.clientIds().stream()
                .limit(1)
                .flatMap(id -> clients.find(id).stream())
                .forEach(client -> record.set("client", who(client)));
        return record;
    }

    private static ObjectNode who(Client client) {
        ObjectNode who = Json.empty().put("clientId", client.id());
        List.of("firstName", "lastName", "dateOfBirth", "phoneNumberMobile", "email")
                .forEach(field -> who.put(field, client.text(field)));
        return who.put("mobile", client.text("phoneNumberMobile"));
    }

    private Appointment.Visit visit(Body body) {
        Body named = body.has("practitioner") ? body.nested("practitioner") : body;
        Appointment.Visit visit = new Appointment.Visit(
                named.id("practitionerId"),
                body.id("locationId"),
                body.text("appointmentTypeId", 50).isEmpty() ? null : body.id("appointmentTypeId"),
                new Range(
                        Times.lenient("startDateTime", body.required("startDateTime", 40)),
                        Times.lenient("endDateTime", body.required("endDateTime", 40))));
        boolean known = clinic.practitioner(visit.practitionerId()).isPresent()
                && clinic.location(visit.locationId()).isPresent();
        if (!known || !visit.time().start().isBefore(visit.time().end())) {
            throw Refused.invalid("The practitioner or location is not known, or the end is not after the start");
        }
        return visit;
    }

    private List<String> clients(Body body) {
        List<String> ids = new ArrayList<>();
        for (var sent : body.json().path("clients")) {
            String id = sent instanceof ObjectNode node ? new Body(node).id("clientId") : "";
            ids.add(clients.find(id)
                    .orElseThrow(() -> Refused.invalid("clientId is not known"))
                    .id());
        }
        return ids;
    }
}
