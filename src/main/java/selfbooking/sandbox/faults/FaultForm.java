package selfbooking.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads a fault as the console's caller spells it; a field that cannot be is an {@link IllegalArgumentException}. */
record FaultForm(ObjectNode json) {

    private static final List<String> FIELDS =
            List.of("method", "path", "times", "kind", "delayMillis", "status", "retryAfterSeconds");
    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;

    Fault fault() {
        json.fieldNames().forEachRemaining(name -> must(FIELDS.contains(name), name + " is no field of a fault"));
        return new Fault(
                target(),
                number("times", 1, 0, 1_000_000),
                kind(),
                Duration.ofMillis(number("delayMillis", MINUTE, 0, HOUR)),
                number("status", 503, 200, 599),
                number("retryAfterSeconds", 0, 0, 3_600));
    }

    private Target target() {
        String method = text("method").toUpperCase(Locale.ROOT);
        must(List.of("", "GET", "POST").contains(method), "method must be GET or POST, or absent for both");
        Target target = new Target(method, text("path").toLowerCase(Locale.ROOT));
        must(
                target.isPossible(),
                "path is what follows the version, such as appointment, appointment/ or appointment/{id}");
        return target;
    }

    private Kind kind() {
        return Kind.spelt(text("kind"))
                .orElseThrow(
                        () -> new IllegalArgumentException("kind must be one of " + String.join(", ", Kind.all())));
    }

    private String text(String name) {
        JsonNode member = json.path(name);
        must(!json.hasNonNull(name) || member.isTextual(), name + " must be text");
        return member.asText("");
    }

    private int number(String name, int absent, int least, int most) {
        JsonNode member = json.hasNonNull(name) ? json.path(name) : json.numberNode(absent);
        boolean possible = member.isInt() && member.intValue() >= least && member.intValue() <= most;
        must(possible, name + " must be a whole number from " + least + " to " + most);
        return member.intValue();
    }

    private static void must(boolean possible, String otherwise) {
        if (!possible) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
