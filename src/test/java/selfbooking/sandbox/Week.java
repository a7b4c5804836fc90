package selfbooking.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.demonstration.DemonstrationClients;
import selfbooking.sandbox.demonstration.DemonstrationClinic;
import selfbooking.sandbox.server.Json;

/** A sandbox whose clock stands at a Monday morning in winter: 1 June 2026, 8 am in Sydney and in Brisbane. */
final class Week implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-05-31T22:00:00Z");
    static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    static final String SLOTS = "/api/core/v2.1/AvailabilitySlot/?";
    static final String APPOINTMENT = "/api/core/v2.1/Appointment/";
    static final String CLIENT = "/api/core/v2.1/Client/";

    private final Sandbox sandbox = Sandbox.start(0, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Caller caller = caller();

    Week() {
        switches("{\"callsPerSecond\":1000}");
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Caller caller() {
        return new Caller(sandbox, NOW.getEpochSecond());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    String sydney() {
        return DemonstrationClinic.HARBOUR.timezoneId();
    }

    String brisbane() {
        return DemonstrationClinic.RIVER.timezoneId();
    }

    String type(int minutes) {
        return DemonstrationClinic.TYPES.stream()
                .filter(type -> type.minutes() == minutes)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Free pieces of half an hour with one practitioner on the Monday after, far from now. */
    JsonNode free(Practitioner practitioner) {
        return slots(
                        MONDAY,
                        MONDAY.plusWeeks(1),
                        sydney(),
                        "&appointmentTypeId=" + type(30) + "&practitionerId=" + practitioner.id())
                .path("timeslots");
    }

    /** A booking of this slot for the first demonstration client, as the working client of the notes sends it. */
    ObjectNode booking(JsonNode slot) {
        ObjectNode body = Json.empty();
        body.set("startDateTime", slot.path("startDateTime"));
        body.set("endDateTime", slot.path("endDateTime"));
        body.putObject("practitioner").set("practitionerId", slot.path("practitionerId"));
        body.set("locationId", slot.path("locationId"));
        body.putArray("clients").addObject().put("clientId", client());
        return body;
    }

    String client() {
        return DemonstrationClients.all().get(0).id();
    }

    /** The first page of slots, or the answer's JSON whatever it is. */
    JsonNode slots(LocalDate from, LocalDate to, String zone, String more) {
        return caller.get(SLOTS + "startDate=" + from + "&endDate=" + to + "&timezoneId=" + zone + more)
                .json();
    }

    Caller.Answered switches(String json) {
        return caller.console("POST", "switches", json);
    }
}
