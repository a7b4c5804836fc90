package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How the sandbox behaves where nobody knows what the real server does (API notes, section 7); strict at the start. */
public final class Switches {

    private static final Set<Integer> CONFLICTS = Set.of(200, 400, 409);
    private static final List<String> PERMISSIONS =
            Stream.of(Permission.values()).map(Permission::name).toList();

    private volatile ObjectNode now = Json.empty()
            .put("conflictStatus", 409)
            .put("slotsWithoutPractitioner", false)
            .put("legacyRelativeUrl", false)
            .put("refuseJsonBooleans", false)
            .put("duplicatesAllowed", false)
            .put("cancelledListed", false)
            .put("leewaySeconds", 0)
            .put("callsPerSecond", 10)
            .put("accessTokenExpires", "")
            .set("revokedPermissions", Json.array(List.of()));

    /** The status of an answer to a booking of a time that is not available: 200, 400 or 409. */
    public int conflictStatus() {
        return now.path("conflictStatus").intValue();
    }

    /** Free times name no practitioner. */
    public boolean slotsWithoutPractitioner() {
        return now.path("slotsWithoutPractitioner").booleanValue();
    }

    /** The {@code url} claim may also be path and query only. */
    boolean legacyRelativeUrl() {
        return now.path("legacyRelativeUrl").booleanValue();
    }

    /** A booking must spell its booleans as text. */
    public boolean refuseJsonBooleans() {
        return now.path("refuseJsonBooleans").booleanValue();
    }

    /** A second client of the same name and birth date is taken. */
    public boolean duplicatesAllowed() {
        return now.path("duplicatesAllowed").booleanValue();
    }

    /** Cancelled appointments stand in the list, too. */
    public boolean cancelledListed() {
        return now.path("cancelledListed").booleanValue();
    }

    /** How far {@code nbf} and {@code exp} may be off. */
    int leewaySeconds() {
        return now.path("leewaySeconds").intValue();
    }

    /** How many calls a consumer may make in any rolling second. */
    public int callsPerSecond() {
        return now.path("callsPerSecond").intValue();
    }

    /** The practice's grant is over: it ends where the day named begins (UTC); empty means never. */
    boolean accessTokenExpired(Instant at) {
        String day = now.path("accessTokenExpires").textValue();
        return !day.isEmpty()
                && !at.isBefore(
                        LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    boolean revoked(Permission permission) {
        return StreamSupport.stream(now.path("revokedPermissions").spliterator(), false)
                .anyMatch(name -> name.asText().equals(permission.name()));
    }

    public ObjectNode shown() {
        return now.deepCopy();
    }

    /** Takes just what changes; all of it or, when one value cannot be, none. */
    public synchronized void change(ObjectNode change) {
        ObjectNode wanted = shown();
        for (var switched : change.properties()) {
            JsonNode old = wanted.path(switched.getKey());
            if (old.getNodeType() != switched.getValue().getNodeType()) {
                throw Refused.invalid(switched.getKey() + " is no switch or cannot have this value");
            }
            wanted.set(switched.getKey(), switched.getValue());
        }
        check(wanted);
        now = wanted;
    }

    private static void check(ObjectNode wanted) {
        String day = wanted.path("accessTokenExpires").textValue();
        if (!day.isEmpty()) {
            Times.date("accessTokenExpires", day);
        }
        boolean possible = CONFLICTS.contains(wanted.path("conflictStatus").asInt())
                && wanted.path("leewaySeconds").asInt() >= 0
                && wanted.path("callsPerSecond").asInt() > 0;
        for (JsonNode name : wanted.path("revokedPermissions")) {
            possible = possible && PERMISSIONS.contains(name.asText());
        }
        if (!possible) {
            throw Refused.invalid("A switch has a value that it cannot have");
        }
    }
}
