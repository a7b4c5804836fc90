package selfbooking.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import selfbooking.sandbox.demonstration.DemonstrationClinic;

/** A free time, a caller who books it, and the faults that it meets on the way. */
final class FaultyDay implements AutoCloseable {

    private static final String NOTES = "SB-1";

    final Week week = new Week();
    final Caller caller = week.caller();
    private final JsonNode slot = week.free(DemonstrationClinic.MEI).path(0);

    /** What came of an answer's body: the text that arrived, and whether it then broke off. */
    record Read(String text, boolean brokeOff) {

        static Read of(InputStream body) {
            StringBuilder text = new StringBuilder();
            try (body) {
                for (int next = body.read(); next >= 0; next = body.read()) {
                    text.append((char) next);
                }
                return new Read(text.toString(), false);
            } catch (IOException e) {
                return new Read(text.toString(), true);
            }
        }
    }

    void arm(String fault) {
        Caller.Answered answer = caller.console("POST", "faults", fault.replace('\'', '"'));
        if (answer.status() != 200) {
            throw new IllegalArgumentException(answer.reason());
        }
    }

    /** The next booking meets a fault of this kind. */
    void armForBooking(String kind) {
        arm("{'method':'POST','path':'appointment/','kind':'" + kind + "'}");
    }

    String booking() {
        return week.booking(slot).put("notes", NOTES).toString();
    }

    Caller.Answered books() {
        return caller.post(Week.APPOINTMENT, booking());
    }

    /** The socket was closed with nothing said. */
    boolean bookingIsCutOff() {
        try {
            books();
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    long stored() {
        return console("appointments")
                .filter(one -> one.path("notes").asText().equals(NOTES))
                .count();
    }

    List<String> armed() {
        return console("faults")
                .map(fault ->
                        fault.path("kind").asText() + " " + fault.path("times").asInt())
                .toList();
    }

    /** Method, status and fault of the last call to the API. */
    String lastCall() {
        return console("calls")
                .reduce((one, next) -> next)
                .map(call -> call.path("method").asText() + " "
                        + call.path("status").asInt() + " " + call.path("fault").asText())
                .orElseThrow();
    }

    private Stream<JsonNode> console(String what) {
        JsonNode rows = caller.console("GET", what, "").json().path(what);
        return StreamSupport.stream(rows.spliterator(), false);
    }

    @Override
    public void close() {
        week.close();
    }
}
