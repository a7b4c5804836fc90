package selfbooking.booking;

import java.time.Duration;

/**
 * How long a booking that was sent is waited for.
 *
 * @param mayArrive how long after its sending a request may still reach the diary: 20 s in our gate, 20 s for an
 *     answer that asks for a new signature, 60 s until that one's token ends, and
 *     10 s for clocks (architecture: states of a booking)
 * @param lookEvery how long between two looks into the diary
 * @param giveUp after this long without clarity a person at the clinic has to look
 */
record Patience(Duration mayArrive, Duration lookEvery, Duration giveUp) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(110), Duration.ofSeconds(3), Duration.ofMinutes(10));
}
