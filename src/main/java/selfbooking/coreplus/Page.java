package selfbooking.coreplus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** One page of a list; the total is -1 where the answer does not tell (API notes, section 3.2). */
record Page<T>(List<T> rows, int totalRows) {

    /** The most that the API gives at once. */
    static final int ROWS = 100;

    static <T> Page<T> read(JsonNode body, String name, Function<Fields, T> reader) {
        var fields = new Fields(body);
        if (!fields.hasList(name)) {
            throw new Unreadable(name);
        }
        var rows = fields.list(name).stream().map(reader).toList();
        return new Page<>(rows, body.path("paging").path("totalRows").asInt(-1));
    }

    boolean isLast(int seen) {
        return totalRows < 0 ? rows.size() < ROWS : seen >= totalRows;
    }
}
