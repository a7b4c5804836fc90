package selfbooking.coreplus.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DiaryFailure.Kind;

/** Decides what an answer means: its body first, then its status (API notes, sections 3.1 and 7). */
final class ResponseCheck {

    private static final int ERROR = 2;

    private final JsonMapper mapper = new JsonMapper();

    /** The body of an answer that says the call was done. */
    JsonNode accepted(Call call, ApiResponse answer) {
        var body = parsed(answer.text());
        var kind = kind(call, answer, body);
        if (kind != null) {
            throw call.failed(kind, unclear(kind, answer), null);
        }
        return body;
    }

    private JsonNode parsed(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : mapper.readTree(text.replace("\uFEFF", ""));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable Kind kind(Call call, ApiResponse answer, JsonNode body) {
        var reason = reason(body);
        return reason == null
                ? byStatus(answer, body)
                : byReason(call, answer.status(), reason.toLowerCase(Locale.ROOT));
    }

    private static Kind byReason(Call call, int status, String reason) {
        if (reason.contains("not authorized") || reason.contains("not authorised")) {
            return Kind.NOT_AUTHORISED;
        }
        if (call.claimsTime() && reason.contains("not available")) {
            return Kind.TAKEN;
        }
        var kind = byRefusal(status);
        return reason.contains("invalid token") && kind == Kind.REFUSED ? Kind.INVALID_TOKEN : kind;
    }

    private static @Nullable Kind byStatus(ApiResponse answer, JsonNode body) {
        int family = answer.status() / 100;
        if (family == 3 || answer.text() == null) {
            return family == 3 ? Kind.NOT_UNDERSTOOD : Kind.UNREACHABLE;
        }
        if (family == 2 && !answer.isPage()) {
            return body.isObject() ? null : Kind.NOT_UNDERSTOOD;
        }
        var kind = byRefusal(answer.status());
        boolean missing = answer.status() == 404;
        return answer.isPage() && kind == Kind.REFUSED && !missing ? Kind.BLOCKED : kind;
    }

    private static Kind byRefusal(int status) {
        return switch (status) {
            case 401 -> Kind.INVALID_TOKEN;
            case 403 -> Kind.BLOCKED;
            case 408 -> Kind.UNREACHABLE;
            case 429 -> Kind.TOO_MANY;
            default -> status >= 500 ? Kind.UNREACHABLE : Kind.REFUSED;
        };
    }

    /** All reasons of severity 2 and up in one text, or null if the body reports no failure. */
    private static @Nullable String reason(JsonNode body) {
        var reasons = new StringBuilder();
        boolean failed = false;
        for (var entry : body.path("result")) {
            if (entry.path("severity").asInt(ERROR) >= ERROR) {
                failed = true;
                reasons.append(entry.path("reason").asText()).append('\n');
            }
        }
        return failed ? reasons.toString() : null;
    }

    /** A refusal in so many words is clear; a page with status 200 is not. */
    private static boolean unclear(Kind kind, ApiResponse answer) {
        return kind == Kind.UNREACHABLE
                || kind == Kind.NOT_UNDERSTOOD
                || (kind == Kind.BLOCKED && answer.status() < 300);
    }
}
