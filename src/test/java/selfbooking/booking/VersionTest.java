package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.Desk.Version;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.privacy.SealedAnswersTest;
import selfbooking.booking.times.HomeFound;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.TimesFound;

/** What makes a kept page old: a change of the desk, or the time. */
class VersionTest extends AtTheDesk {

    private static final Duration NOTICE = OpenDesk.CLINIC.notice();

    @BeforeEach
    void begin() {
        forwardTo(30);
        desk.freeTimes();
        Wait.until("fresh answers", () -> isFresh(desk.times().home(Query.ANY)));
    }

    @Test
    void looking_changes_nothing() {
        var before = version();

        desk.times().home(Query.ANY);
        desk.freeTimes();
        desk.bookings().find("nobody's key");

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void each_change_of_what_claims_hide_is_a_new_version() {
        var free = desk.freeTimes();
        var start = version();
        var key = desk.held(free.get(0).slot());
        var held = version();
        desk.bookings().swap(key, free.get(9).slot());
        var swapped = version();
        desk.clock.forward(Bookings.HOLD.plusSeconds(1));
        desk.bookings().extend(key);
        var heldAgain = version();
        desk.bookings().release(key);

        assertThat(new Version[] {start, held, swapped, heldAgain, version()})
                .extracting(Version::holds)
                .doesNotHaveDuplicates();
    }

    /** Thirty patients who send their bookings have nobody's page made anew. */
    @Test
    void claim_that_only_goes_on_changes_nothing() {
        desk.console.arm("{\"method\":\"GET\",\"path\":\"client/\",\"kind\":\"status\",\"status\":503,\"times\":0}");
        var slot = desk.freeTime().slot();
        var key = desk.filledIn(slot, SealedAnswersTest.ALL);
        var before = version();

        desk.bookings().extend(key);
        desk.bookings().submit(key, desk.find(key).revision());

        assertThat(version()).isEqualTo(before);
        assertThat(desk.row(key).state()).isNotEqualTo(State.DRAFT);
        desk.clock.forward(Bookings.HOLD.plusSeconds(1));
        assertThat(desk.freeTimes()).extracting(Offer::slot).doesNotContain(slot);
    }

    @Test
    void claim_that_was_refused_changes_nothing() {
        var slot = desk.freeTime().slot();
        desk.held(slot);
        var before = version();

        assertThat(desk.bookings().start(slot, OpenDesk.HERE)).isInstanceOf(TapResult.Lost.class);
        assertThat(version()).isEqualTo(before);
    }

    /** Its time was hidden before and still is. */
    @Test
    void booking_that_reaches_the_diary_changes_nothing() {
        var slot = desk.freeTime().slot();
        var key = desk.filledIn(slot, SealedAnswersTest.ALL);
        var before = version();

        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);

        assertThat(version()).isEqualTo(before);
        assertThat(desk.freeTimes()).extracting(Offer::slot).doesNotContain(slot);
    }

    @Test
    void time_that_proved_to_be_taken_makes_both_new() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), SealedAnswersTest.ALL);
        desk.receptionTakes(offer);
        var before = version();

        assertThat(desk.send(key).state()).isEqualTo(State.TAKEN);

        assertThat(version().diary()).isGreaterThan(before.diary());
        assertThat(version().holds()).isGreaterThan(before.holds());
    }

    @Test
    void newer_answer_of_the_diary_is_a_new_version() {
        var before = version();
        desk.clock.forward(Duration.ofSeconds(61));
        var asOf = desk.times().home(Query.ANY).basis().asOf();

        Wait.until(
                "a newer answer",
                () -> desk.times().home(Query.ANY).basis().asOf().isAfter(asOf));

        assertThat(version().diary()).isGreaterThan(before.diary());
    }

    /** Or its page would be stale before anybody has seen it. */
    @Test
    void cold_search_belongs_to_the_version_that_its_own_reads_made() {
        var before = version();

        var found = desk.times().search(inWeeks(6), null);

        assertThat(found.basis().diaryVersion()).isEqualTo(version().diary()).isGreaterThan(before.diary());
    }

    @Test
    void searches_that_share_a_read_belong_to_the_same_version() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        Callable<TimesFound> view = () -> desk.times().search(inWeeks(6), null);
        for (var found : pool.invokeAll(Collections.nCopies(20, view))) {
            assertThat(found.get().basis().diaryVersion()).isEqualTo(version().diary());
        }
        pool.shutdown();
    }

    /** Its weeks hold nothing of the other change, but that is for the next view to find out. */
    @Test
    void change_while_a_search_waits_leaves_its_version_behind() {
        desk.console.arm("{\"path\":\"availabilityslot/\",\"kind\":\"slow\",\"delayMillis\":2000,\"times\":1}");
        var calls = desk.console.calls().size();
        var slow = CompletableFuture.supplyAsync(() -> desk.times().search(inWeeks(9), null));
        Wait.until("the first read", () -> desk.console.calls().size() > calls);

        var other = desk.times().search(inWeeks(5), null);

        assertThat(slow.join().basis().diaryVersion()).isLessThan(version().diary());
        assertThat(other.basis().diaryVersion()).isLessThan(version().diary());
        assertThat(desk.times().search(inWeeks(9), null).basis().diaryVersion())
                .isEqualTo(version().diary());
    }

    private Query inWeeks(int weeks) {
        return new Query(null, List.of(), null, null, LocalDate.now(desk.clock).plusWeeks(weeks));
    }

    @Test
    void diary_that_falls_silent_is_a_new_version() {
        var before = version();
        desk.sandbox.close();
        desk.clock.forward(Duration.ofMinutes(16));

        desk.times().home(Query.ANY);

        assertThat(desk.desk.diaryReachable()).isFalse();
        assertThat(version().diary()).isGreaterThan(before.diary());
        assertThat(before.knowsAllOf(version())).isFalse();
        assertThat(version().knowsAllOf(before)).isTrue();
    }

    @Test
    void hold_hides_its_time_until_the_very_moment_of_its_end() {
        desk.held(desk.freeTime().slot());
        var end = desk.clock.instant().plus(Bookings.HOLD);
        desk.clock.forward(Bookings.HOLD.minusSeconds(10));
        Wait.until("fresh answers", () -> isFresh(desk.times().home(Query.ANY)));

        var until = desk.times().home(Query.ANY).basis().validUntil();

        assertThat(until).isBetween(end.minusSeconds(2), end);
    }

    @Test
    void fresh_page_is_good_for_a_minute_and_never_longer_than_its_answers() {
        var home = desk.times().home(Query.ANY);

        assertThat(home.basis().validUntil())
                .isAfter(desk.clock.instant())
                .isBeforeOrEqualTo(nextMinute())
                .isBeforeOrEqualTo(home.basis().asOf().plusSeconds(60));
    }

    @Test
    void page_of_a_stale_answer_is_good_for_a_second() {
        desk.sandbox.close();
        desk.clock.forward(Duration.ofSeconds(61));

        var now = desk.clock.instant();
        var until = desk.times().home(Query.ANY).basis().validUntil();

        assertThat(until).isBetween(now, desk.clock.instant().plusSeconds(1));
    }

    @Test
    void time_is_shown_until_the_moment_of_its_notice_and_not_after_it() {
        var soonest = desk.times().home(Query.ANY).first().get(0).slot().start();
        desk.clock.forward(
                Duration.between(desk.clock.instant(), soonest.minus(NOTICE).minusSeconds(20)));

        var found = desk.times().home(Query.ANY);

        assertThat(found.first().get(0).slot().start()).isEqualTo(soonest);
        assertThat(found.basis().validUntil())
                .isBeforeOrEqualTo(soonest.minus(NOTICE).plusNanos(1));
    }

    private boolean isFresh(HomeFound home) {
        var now = desk.clock.instant();
        return home.basis().asOf().isAfter(now.minusSeconds(60))
                && home.asked().catalogue().asOf().isAfter(now.minusSeconds(300));
    }

    private Version version() {
        return desk.desk.version();
    }

    /** To that second of the next minute, so that no test's few seconds hold a full minute. */
    private void forwardTo(int second) {
        desk.clock.forward(Duration.between(desk.clock.instant(), nextMinute().plusSeconds(second)));
    }

    private Instant nextMinute() {
        return desk.clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    }
}
