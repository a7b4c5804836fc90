package selfbooking.booking;

import java.time.Instant;

/** What came of asking for a time: it is held, it is lost to someone else, or whoever asks holds too many. */
public sealed interface Claim {

    /** The time is kept for whoever has the key, which is the last part of the booking's address. */
    record Held(String key) implements Claim {}

    /** Someone else has the time. */
    record Lost(Alternatives alternatives) implements Claim {}

    /** Until then as many times are kept for that network address as may be. */
    record TooMany(Instant until) implements Claim {}
}
