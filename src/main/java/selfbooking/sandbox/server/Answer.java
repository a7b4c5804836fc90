package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What goes back to the caller: status, content type and text. */
public record Answer(int status, String contentType, String text) {

    private static final String BLOCKED = "<!DOCTYPE html><html><head><title>403 Forbidden</title></head>"
            + "<body><h1>Forbidden</h1><p>This request was blocked.</p></body></html>";

    public static Answer json(int status, ObjectNode tree) {
        return new Answer(status, "application/json; charset=utf-8", Json.write(tree));
    }

    public static Answer refused(Refused refused) {
        return json(refused.status(), Answer.refusal(refused.reason()));
    }

    /** A blocked user agent meets a firewall, not the API: it gets a page. */
    public static Answer blocked() {
        return new Answer(403, "text/html; charset=utf-8", BLOCKED);
    }

    public void send(Context ctx) {
        ctx.status(status).contentType(contentType).result(text);
    }

    /** A list without paging: locations, practitioners, appointment types. */
    public static ObjectNode list(String plural, Collection<ObjectNode> rows) {
        ObjectNode answer = Json.empty();
        answer.set(plural, Json.array(rows));
        return answer;
    }

    public static <T> ObjectNode page(String plural, List<T> rows, Asked.Page page, Function<T, ObjectNode> wire) {
        ObjectNode answer = list(plural, page.of(rows).stream().map(wire).toList());
        answer.putObject("paging")
                .put("totalRows", rows.size())
                .put("pageNumber", page.number())
                .put("pageSize", page.size());
        answer.putArray("statusMessages");
        return answer;
    }

    public static ObjectNode wrapped(String name, ObjectNode record) {
        ObjectNode answer = Json.empty();
        answer.set(name, record);
        return answer;
    }

    static ObjectNode refusal(String reason) {
        return list("result", List.of(Json.empty().put("severity", 2).put("reason", reason)));
    }
}
