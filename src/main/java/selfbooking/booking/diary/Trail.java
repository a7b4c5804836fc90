package selfbooking.booking.diary;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import selfbooking.coreplus.Lane;

/** The words that stand in every log line of a thread, such as a request's id, taken along to the thread that works for it. */
record Trail(@Nullable Map<String, String> words) {

    private static final Map<String, String> NOBODY_S = Map.of("request_id", "background");

    /** Of the request in whose thread we are; what nobody waits for has one of its own. */
    static Trail of(Lane lane) {
        return new Trail(lane == Lane.BACKGROUND ? NOBODY_S : MDC.getCopyOfContextMap());
    }

    /** Afterwards the thread's own words are as they were. */
    void follow(Runnable work) {
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
