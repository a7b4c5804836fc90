package selfbooking.booking.diary;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import selfbooking.coreplus.Lane;

/** The words that stand in every log line of a thread, such as a request's id, taken along to the thread that works for it. */
public record Trail(@Nullable Map<String, String> words) {

    /** What the log's pattern calls a request's id. */
    public static final String REQUEST = "request_id";

    private static final Trail NOBODY_S = named("background");

    /** With this word in a request's place. */
    public static Trail named(String word) {
        return new Trail(Map.of(REQUEST, word));
    }

    /** Of the request in whose thread we are; what nobody waits for has one of its own. */
    static Trail of(Lane lane) {
        return lane == Lane.BACKGROUND ? NOBODY_S : new Trail(MDC.getCopyOfContextMap());
    }

    /** Afterwards the thread's own words are as they were. */
    public void follow(Runnable work) {
        var before = MDC.getCopyOfContextMap();
        set(words);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable Map<String, String> words) {
        if (words == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(words);
        }
    }
}
