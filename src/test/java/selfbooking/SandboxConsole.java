package selfbooking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What a test sees of a sandbox from outside, and what it does as its reception. */
public final class SandboxConsole {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    public SandboxConsole(String sandboxUrl) {
        this.url = sandboxUrl + "/console/api/";
    }

    /** Every appointment in the diary, with notes and client. */
    public List<JsonNode> appointments() {
        var found = new ArrayList<JsonNode>();
        get("appointments").path("appointments").forEach(found::add);
        return found;
    }

    /** Those whose notes hold the text. */
    public List<JsonNode> appointmentsNoting(String text) {
        return appointments().stream()
                .filter(appointment -> appointment.path("notes").asText().contains(text))
                .toList();
    }

    /** Every call that reached the API, in the order of arrival. */
    public List<JsonNode> calls() {
        var found = new ArrayList<JsonNode>();
        get("calls").path("calls").forEach(found::add);
        return found;
    }

    /** Reception takes a time; the answer's status. */
    public int receptionBooks(String practitionerId, String locationId, String start, String end) {
        return receptionBooks(practitionerId, locationId, start, end, "");
    }

    /** For that client, or for none. */
    public int receptionBooks(String practitionerId, String locationId, String start, String end, String clientId) {
        var visit = json.createObjectNode()
                .put("practitionerId", practitionerId)
                .put("locationId", locationId)
                .put("startDateTime", start)
                .put("endDateTime", end)
                .put("notes", "by reception");
        if (!clientId.isEmpty()) {
            visit.putArray("clients").addObject().put("clientId", clientId);
        }
        return send(request("appointments").POST(HttpRequest.BodyPublishers.ofString(visit.toString())))
                .statusCode();
    }

    /** Changes how the sandbox behaves; the text is the JSON of just what changes. */
    public void switches(String text) {
        change(request("switches").POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** Lets the next calls of a method and path meet a fault; the text is its JSON, as {@code docs/sandbox.md} has it. */
    public void arm(String text) {
        change(request("faults").POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    public void clearFaults() {
        change(request("faults").DELETE());
    }

    private void change(HttpRequest.Builder request) {
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    private JsonNode get(String what) {
        try {
            return json.readTree(send(request(what).GET()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create(url + what)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
