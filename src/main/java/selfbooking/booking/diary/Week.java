package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All free times of one appointment type that start on one of seven days, each by its location's clock, as the diary gave them at
 * {@code asOf}.
 */
public record Week(List<Slot> slots, Instant asOf) {

    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Who looks at the week later than that has it read again behind them. */
    Instant freshUntil() {
        return asOf.plus(FRESH);
    }

    public boolean olderThan(Duration age, Instant now) {
        return asOf.plus(age).isBefore(now);
    }

    public boolean has(Slot slot) {
        return slots.contains(slot);
    }
}
