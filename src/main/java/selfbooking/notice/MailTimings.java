package selfbooking.notice;

import java.time.Duration;

/**
 * How long the post waits for what.
 *
 * @param round between two looks for mail that is due
 * @param answer the most that the mail server may take for one answer
 * @param lease how long a claim lasts; longer than a whole exchange of answers that are as slow as allowed
 * @param firstPause after the first failure; each further one doubles it, up to the longest
 * @param giveUp after this long a mail is of no use to anybody
 * @param bodiesStay how long after its sending the text of a mail stays
 */
record MailTimings(
        Duration round,
        Duration answer,
        Duration lease,
        Duration firstPause,
        Duration longestPause,
        Duration giveUp,
        Duration bodiesStay) {

    static final MailTimings USUAL = new MailTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofHours(24));

    Duration pauseAfter(int attempts) {
        var doubled = firstPause.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
