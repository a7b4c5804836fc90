package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a test sees and does at the sandbox behind the client's back. */
public final class Console {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public Console(String sandboxUrl) {
        base = URI.create(sandboxUrl + "/console/api/");
    }

    public void set(String switches) {
        call("switches", "POST", switches);
    }

    void shiftClock(int seconds) {
        call("clock", "POST", "{\"offsetSeconds\":" + seconds + "}");
    }

    /** Reception books the slot for nobody. */
    void takes(Timeslot slot) {
        call("appointments", "POST", """
                {"startDateTime":"%s","endDateTime":"%s","practitionerId":"%s","locationId":"%s","clients":[]}""".formatted(slot.start(), slot.end(), slot.practitionerId(), slot.locationId()));
    }

    public List<JsonNode> calls() {
        return StreamSupport.stream(call("calls", "GET", "").path("calls").spliterator(), false)
                .toList();
    }

    private JsonNode call(String path, String method, String body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
