package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import selfbooking.coreplus.http.Unreadable;

/** One page of a list; the total is -1 where the answer does not tell (API notes, section 3.2). */
record ListPage<T>(List<T> rows, int totalRows) {

    /** The most that the API gives at once. */
    static final int ROWS = 100;

    static <T> ListPage<T> read(JsonNode body, String name, Function<JsonFields, T> reader) {
        var fields = new JsonFields(body);
        if (!fields.hasList(name)) {
            throw new Unreadable(name);
        }
        var rows = fields.list(name).stream().map(reader).toList();
        return new ListPage<>(rows, body.path("paging").path("totalRows").asInt(-1));
    }

    boolean isLast(int seen) {
        return totalRows < 0 ? rows.size() < ROWS : seen >= totalRows;
    }
}
