package selfbooking.booking;

/** What came of asking for a time: it is held, or it is lost to someone else. */
public sealed interface Claim {

    /** The time is kept for whoever has the key, which is the last part of the booking's address. */
    record Held(String key) implements Claim {}

    /** Someone else has the time. */
    record Lost(Alternatives alternatives) implements Claim {}
}
