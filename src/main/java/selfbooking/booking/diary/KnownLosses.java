package selfbooking.booking.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When we last learned of a change in a week before the diary told us. Thread safe. */
final class KnownLosses {

    private final Map<LocalDate, Instant> weeks = new ConcurrentHashMap<>();

    void put(LocalDate day, Instant now) {
        weeks.put(WeekKey.mondayOf(day), now);
    }

    /** Whether the diary was asked after the change. */
    boolean isKnownTo(WeekKey key, Week week) {
        return week.asOf().isAfter(weeks.getOrDefault(key.monday(), Instant.MIN));
    }
}
