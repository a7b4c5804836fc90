package selfbooking.booking.draft;

import java.time.Instant;
import selfbooking.booking.times.Alternatives;

/** What came of asking for a time: it is held, it is lost to someone else, or whoever asks holds too many. */
public sealed interface TapResult {

    /** The time is kept for whoever has the key, which is the last part of the booking's address. */
    record Held(String key) implements TapResult {}

    /** Someone else has the time. */
    record Lost(Alternatives alternatives) implements TapResult {}

    /** Until then as many times are kept for that network address as may be. */
    record TooMany(Instant until) implements TapResult {}
}
