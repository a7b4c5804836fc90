package selfbooking.coreplus.api;

import static java.util.Objects.requireNonNullElse;
import static selfbooking.coreplus.api.JsonFields.needed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.diary.Client;
import selfbooking.coreplus.http.Unreadable;

/** Turns the API's JSON records into ours (API notes, section 4). */
final class FromJson {

    /** The one time zone whose id is known; used when its name cannot be read (API notes, section 4.1). */
    private static final String MELBOURNE = "39d62534-501c-49cd-9da9-6fa8d6a81f48";

    private FromJson() {}

    static PractitionerRecord practitioner(JsonFields row) {
        return new PractitionerRecord(
                needed(row.id("practitionerId"), "practitionerId"), name(row, "firstName"), name(row, "lastName"));
    }

    static LocationRecord location(JsonFields row) {
        var timeZone = row.within("timeZone");
        var timezoneId = needed(timeZone.id("timezoneId"), "timezoneId");
        return new LocationRecord(
                needed(row.id("locationId"), "locationId"),
                name(row, "name"),
                timezoneId,
                zone(timeZone.text("tzName"), timezoneId));
    }

    static AppointmentTypeRecord appointmentType(JsonFields row) {
        return new AppointmentTypeRecord(
                needed(row.id("appointmentTypeId"), "appointmentTypeId"),
                name(row, "description"),
                row.number("durationMinutes"));
    }

    static Timeslot timeslot(JsonFields row, @Nullable String askedPractitionerId) {
        var named = row.id("practitioner", "practitionerId");
        return new Timeslot(
                row.moment("startDateTime"),
                row.moment("endDateTime"),
                named == null ? askedPractitionerId : named,
                needed(row.id("location", "locationId"), "locationId"));
    }

    static Client client(JsonFields row) {
        return new Client(
                clientId(row),
                name(row, "firstName"),
                name(row, "lastName"),
                row.date("dateOfBirth"),
                row.text("email"),
                row.text("phoneNumberMobile"));
    }

    static String clientId(JsonFields row) {
        return needed(row.id("clientId"), "clientId");
    }

    static Appointment appointment(JsonFields row) {
        return new Appointment(
                needed(row.id("appointmentId"), "appointmentId"),
                row.text("status"),
                row.moment("startDateTime"),
                row.moment("endDateTime"),
                needed(row.id("practitioner", "practitionerId"), "practitionerId"),
                needed(row.id("location", "locationId"), "locationId"),
                row.id("appointmentType", "appointmentTypeId"),
                row.list("clients").stream()
                        .map(client -> client.id("clientId"))
                        .filter(Objects::nonNull)
                        .toList(),
                row.text("notes"));
    }

    private static String name(JsonFields row, String member) {
        return requireNonNullElse(row.text(member), "");
    }

    private static ZoneId zone(@Nullable String tzName, String timezoneId) {
        try {
            return ZoneId.of(needed(tzName, "tzName").replace('\\', '/'));
        } catch (DateTimeException | Unreadable e) {
            if (timezoneId.equals(MELBOURNE)) {
                return ZoneId.of("Australia/Melbourne");
            }
            throw new Unreadable("tzName");
        }
    }
}
