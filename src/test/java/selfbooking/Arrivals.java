package selfbooking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How close together calls came, as the server saw them. */
public final class Arrivals {

    private Arrivals() {}

    /** The most of the sandbox's logged calls in any rolling second. */
    public static int mostInASecond(List<JsonNode> calls) {
        return mostInASecond(calls.stream()
                .mapToLong(call -> call.path("atNanos").asLong())
                .sorted()
                .toArray());
    }

    /** The same of moments in nanoseconds, in their order. */
    public static int mostInASecond(long[] arrivals) {
        return IntStream.range(0, arrivals.length)
                .map(first -> (int) IntStream.range(first, arrivals.length)
                        .filter(at -> arrivals[at] - arrivals[first] < TimeUnit.SECONDS.toNanos(1))
                        .count())
                .max()
                .orElse(0);
    }
}
