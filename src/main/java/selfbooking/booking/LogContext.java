package selfbooking.booking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The words that stand in every log line of a thread, such as a request's id, taken along to the thread that works for it. */
public record LogContext(@Nullable Map<String, String> words) {

    /** What the log's pattern calls a request's id. */
    public static final String REQUEST = "request_id";

    private static final LogContext BACKGROUND = named("background");

    /** With this word in a request's place. */
    public static LogContext named(String word) {
        return new LogContext(Map.of(REQUEST, word));
    }

    /** Of work for which no request waits. */
    public static LogContext background() {
        return BACKGROUND;
    }

    /** Of the request in whose thread we are. */
    public static LogContext current() {
        return new LogContext(MDC.getCopyOfContextMap());
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
