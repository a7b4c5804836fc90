package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A JSON body, read member by member; a member of the wrong kind is {@link Refused} with 400. */
public record Body(ObjectNode json) {

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The text of a member, or empty text; longer than {@code maximum} characters is refused. */
    public String text(String name, int maximum) {
        JsonNode member = json.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return "";
        }
        if (!member.isTextual()) {
            throw Refused.invalid(name + " must be text");
        }
        if (member.textValue().length() > maximum) {
            throw Refused.invalid(name + " must not be longer than " + maximum + " characters");
        }
        return member.textValue();
    }

    public String required(String name, int maximum) {
        String text = text(name, maximum);
        if (text.isBlank()) {
            throw Refused.invalid(name + " is required");
        }
        return text;
    }

    /** Empty text or one of the words given. */
    public String oneOf(String name, List<String> words) {
        String text = text(name, 50);
        if (!text.isEmpty() && !words.contains(text)) {
            throw Refused.invalid(name + " must be one of " + String.join(", ", words));
        }
        return text;
    }

    public String id(String name) {
        return required(name, 50).toLowerCase(Locale.ROOT);
    }

    @Nullable
    public String idOrNull(String name) {
        return has(name) ? id(name) : null;
    }

    /** {@code true} and {@code false}, as JSON or as text; absent is false. */
    public boolean flag(String name) {
        JsonNode member = json.path(name);
        return member.isBoolean() ? member.booleanValue() : flagText(name);
    }

    public Body nested(String name) {
        if (json.path(name) instanceof ObjectNode node) {
            return new Body(node);
        }
        throw Refused.invalid(name + " must be an object");
    }

    public boolean isBoolean(String name) {
        return json.path(name).isBoolean();
    }

    private boolean flagText(String name) {
        String text = text(name, 50).toLowerCase(Locale.ROOT);
        if (!List.of("", "true", "false").contains(text)) {
            throw Refused.invalid(name + " must be true or false");
        }
        return text.equals("true");
    }
}
