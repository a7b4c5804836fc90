package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.BothStores;
import selfbooking.TestStore;
import selfbooking.booking.TestOffers;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.HoldsPerAddress.Origin;
import selfbooking.store.Store;

@BothStores
class HoldTableTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration HOLD = Duration.ofMinutes(8);
    private static final Origin ANYWHERE = new Origin(null, 1);

    @TempDir
    private Path folder;

    private Store store;
    private HoldTable holds;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        holds = new HoldTable(store, "clinic");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void overlapping_time_of_one_practitioner_is_held_once() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        assertThat(claim("b", slot("lee", 9, 0), NOW)).isFalse();
        assertThat(claim("c", slot("lee", 8, 45), NOW)).isFalse();
        assertThat(claim("d", slot("lee", 9, 15), NOW)).isFalse();
    }

    @Test
    void neighbouring_times_and_other_practitioners_do_not_disturb() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        assertThat(claim("b", slot("lee", 9, 30), NOW)).isTrue();
        assertThat(claim("c", slot("lee", 8, 30), NOW)).isTrue();
        assertThat(claim("d", slot("rao", 9, 0), NOW)).isTrue();
    }

    @Test
    void ended_hold_disturbs_nobody() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        assertThat(claim("b", slot("lee", 9, 0), NOW.plus(HOLD))).isTrue();
    }

    @Test
    void a_booking_has_one_hold_and_another_claim_replaces_it() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        assertThat(claim("a", slot("lee", 9, 15), NOW)).isTrue();

        assertThat(holds.live(NOW))
                .singleElement()
                .satisfies(live ->
                        assertThat(live.start()).isEqualTo(slot("lee", 9, 15).start()));
    }

    @Test
    void lost_claim_leaves_the_old_hold() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        assertThat(claim("b", slot("lee", 10, 0), NOW)).isTrue();
        assertThat(claim("b", slot("lee", 9, 0), NOW)).isFalse();

        assertThat(holds.live(NOW)).hasSize(2);
    }

    @Test
    void claim_that_had_ended_hides_its_time_anew_and_a_live_one_goes_on() {
        assertThat(claim("a", slot("lee", 9, 0), NOW)).isTrue();
        long claimed = holds.version();

        endAt("a", NOW.plus(HOLD.dividedBy(2)));
        assertThat(holds.version()).as("a live one").isEqualTo(claimed);
        assertThat(holds.live(NOW.plus(HOLD))).hasSize(1);

        endAt("a", NOW.plus(HOLD.multipliedBy(2)));
        assertThat(holds.version()).as("one that had ended").isGreaterThan(claimed);
        assertThat(holds.live(NOW.plus(HOLD.multipliedBy(2)))).hasSize(1);
    }

    private void endAt(String bookingId, Instant now) {
        store.jdbi().useTransaction(db -> holds.endAt(db, bookingId, now, now.plus(HOLD)));
    }

    @Test
    void claim_of_a_new_draft_is_refused_where_a_live_one_overlaps_it() {
        assertThat(insert("a", slot("lee", 9, 0), ANYWHERE)).isTrue();
        long claimed = holds.version();

        assertThat(insert("b", slot("lee", 9, 0), ANYWHERE)).isFalse();
        assertThat(insert("c", slot("lee", 8, 45), ANYWHERE)).isFalse();

        assertThat(holds.live(NOW)).hasSize(1);
        assertThat(holds.version()).isEqualTo(claimed);
        assertThat(insert("d", slot("lee", 9, 30), ANYWHERE)).isTrue();
        assertThat(holds.version()).isGreaterThan(claimed);
    }

    @Test
    void claim_of_a_new_draft_replaces_one_that_ended_with_its_address() {
        assertThat(insert("a", slot("lee", 9, 0), new Origin("home", 1))).isTrue();
        endAt("a", NOW.minus(HOLD));

        assertThat(insert("b", slot("lee", 9, 0), new Origin("work", 1))).isTrue();

        assertThat(holds.live(NOW))
                .singleElement()
                .satisfies(live -> assertThat(live.bookingId()).isEqualTo("b"));
        assertThat(insert("c", slot("lee", 10, 0), new Origin("work", 1))).isFalse();
        assertThat(insert("c", slot("lee", 10, 0), new Origin("home", 1))).isTrue();
    }

    @Test
    void pinned_claim_lasts_until_the_visits_end_and_counts_for_no_address() {
        var slot = slot("lee", 9, 0);
        assertThat(insert("a", slot, new Origin("home", 1))).isTrue();

        assertThat(store.jdbi().<Boolean, RuntimeException>inTransaction(db -> holds.pin(db, "a", slot, NOW)))
                .isTrue();

        assertThat(holds.live(slot.end().minusSeconds(1))).hasSize(1);
        assertThat(holds.live(slot.end())).isEmpty();
        assertThat(insert("b", slot("lee", 10, 0), new Origin("home", 1))).isTrue();
    }

    @Test
    void fifty_at_once_take_one_time_and_one_has_it() throws Exception {
        assertThat(heldOfFifty(booking -> claim(booking, slot("lee", 9, 0), NOW)))
                .isEqualTo(1);
    }

    @Test
    void fifty_new_drafts_at_once_take_one_time_and_one_has_it() throws Exception {
        assertThat(heldOfFifty(booking -> insert(booking, slot("lee", 9, 0), ANYWHERE)))
                .isEqualTo(1);
    }

    private static int heldOfFifty(Predicate<String> claim) throws Exception {
        var all = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 50; i++) {
            var booking = "b" + i;
            all.add(() -> claim.test(booking));
        }
        var pool = Executors.newFixedThreadPool(50);
        var held = 0;
        for (var answer : pool.invokeAll(all)) {
            held += answer.get() ? 1 : 0;
        }
        pool.shutdown();
        return held;
    }

    /** As a tap does: refused, the draft is gone too. */
    private boolean insert(String booking, Slot slot, Origin origin) {
        return store.jdbi().inTransaction(db -> {
            new BookingTable(store.jdbi(), "clinic")
                    .insertDraft(db, booking, booking, TestOffers.of(slot), NOW, NOW.plus(HOLD));
            boolean held = holds.insert(db, booking, slot, NOW, NOW.plus(HOLD), origin);
            if (!held) {
                db.rollback();
            }
            return held;
        });
    }

    private boolean claim(String booking, Slot slot, Instant now) {
        return store.jdbi().inTransaction(db -> {
            var table = new BookingTable(store.jdbi(), "clinic");
            if (table.find(db, booking).isEmpty()) {
                table.insertDraft(db, booking, booking, TestOffers.of(slot), now, now.plus(HOLD));
            }
            return holds.claim(db, booking, slot, now, now.plus(HOLD));
        });
    }

    private static Slot slot(String who, int hour, int minute) {
        var start = Instant.parse("2026-11-24T00:00:00Z")
                .plus(Duration.ofHours(hour))
                .plus(Duration.ofMinutes(minute));
        return new Slot(who, "here", "visit", start, start.plus(Duration.ofMinutes(30)));
    }
}
