package selfbooking.booking.submit;

import java.time.Duration;

/**
 * How long a booking that was sent is waited for.
 *
 * @param mayLeave how long after it is written down that a request is being sent, it may still leave: 20 s in our gate and 20 s for an
 *     answer that asks for a new signature; later it is not sent any more
 * @param mayArrive how long after that writing down a request may still reach the diary: {@code mayLeave}, 60 s until its token ends,
 *     and 10 s for clocks (architecture: states of a booking)
 * @param lookEvery how long between two looks into the diary
 * @param giveUp after this long without clarity a person at the clinic has to look
 */
public record SubmitTimings(Duration mayLeave, Duration mayArrive, Duration lookEvery, Duration giveUp) {

    public static final SubmitTimings USUAL = new SubmitTimings(
            Duration.ofSeconds(40), Duration.ofSeconds(110), Duration.ofSeconds(3), Duration.ofMinutes(10));

    /** The usual timings, scaled to a server that a request reaches within {@code mayArrive} or never. */
    public static SubmitTimings arrivingWithin(Duration mayArrive) {
        var mayLeave = mayArrive.multipliedBy(USUAL.mayLeave.toMillis()).dividedBy(USUAL.mayArrive.toMillis());
        var fifth = mayArrive.dividedBy(5);
        var lookEvery = fifth.compareTo(USUAL.lookEvery) < 0 ? fifth : USUAL.lookEvery;
        return new SubmitTimings(mayLeave, mayArrive, lookEvery, USUAL.giveUp);
    }
}
