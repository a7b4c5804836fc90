package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Refused;

/** The places, people and kinds of visit of one clinic, found by id. */
public record Clinic(List<Location> locations, List<Practitioner> practitioners, List<VisitType> types, Roster roster) {

    /** A place of the clinic with its zone and the id under which coreplus knows that zone. */
    public record Location(String id, String name, String timezoneId, ZoneId zone) {

        /** The zone's name has a backslash where IANA has a slash (API notes, section 4.1). */
        ObjectNode wire() {
            ObjectNode wire = Json.empty().put("locationId", id).put("name", name);
            wire.putObject("timeZone")
                    .put("timezoneId", timezoneId)
                    .put("tzName", zone.getId().replace('/', '\\'));
            return wire;
        }
    }

    /** Someone with a diary; invisible to the API until published. */
    public record Practitioner(String id, String firstName, String lastName, boolean published) {

        ObjectNode wire() {
            return Json.empty()
                    .put("practitionerId", id)
                    .put("firstName", firstName)
                    .put("lastName", lastName);
        }
    }

    /** A kind of visit; its length is answered as a number or, for some, as numeric text (API notes, section 4.3). */
    public record VisitType(String id, String description, int minutes, boolean minutesAsText) {

        ObjectNode wire() {
            ObjectNode wire = Json.empty().put("appointmentTypeId", id).put("description", description);
            return minutesAsText
                    ? wire.put("durationMinutes", Integer.toString(minutes))
                    : wire.put("durationMinutes", minutes);
        }
    }

    /** {@code Location/}. */
    public ObjectNode locationList(Asked asked) {
        return Answer.list("locations", locations().stream().map(Location::wire).toList());
    }

    /** {@code Practitioner/}: published ones only. */
    public ObjectNode practitionerList(Asked asked) {
        return Answer.list(
                "practitioners", published().stream().map(Practitioner::wire).toList());
    }

    /** {@code appointmenttype/}. */
    public ObjectNode typeList(Asked asked) {
        return Answer.list(
                "appointmentTypes", types().stream().map(VisitType::wire).toList());
    }

    public Optional<Location> location(String id) {
        return find(locations, Location::id, id);
    }

    public Optional<Practitioner> practitioner(String id) {
        return find(practitioners, Practitioner::id, id);
    }

    Optional<VisitType> type(String id) {
        return find(types, VisitType::id, id);
    }

    public List<Practitioner> published() {
        return practitioners.stream().filter(Practitioner::published).toList();
    }

    boolean publishes(String practitionerId) {
        return practitioner(practitionerId).filter(Practitioner::published).isPresent();
    }

    ZoneId zone(String timezoneId) {
        return locations.stream()
                .filter(location -> location.timezoneId().equalsIgnoreCase(timezoneId))
                .map(Location::zone)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("timezoneId is not known"));
    }

    ZoneId zoneAt(String locationId) {
        return location(locationId).orElseThrow().zone();
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> id, String wanted) {
        return all.stream().filter(one -> id.apply(one).equals(wanted)).findFirst();
    }
}
