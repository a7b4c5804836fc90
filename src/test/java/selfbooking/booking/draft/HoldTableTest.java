package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.BothStores;
import selfbooking.TestStore;
import selfbooking.booking.TestOffers;
import selfbooking.booking.diary.Slot;
import selfbooking.store.Store;

@BothStores
class HoldTableTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration HOLD = Duration.ofMinutes(8);

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
    void fifty_at_once_take_one_time_and_one_has_it() throws Exception {
        var all = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 50; i++) {
            var booking = "b" + i;
            all.add(() -> claim(booking, slot("lee", 9, 0), NOW));
        }
        var pool = Executors.newFixedThreadPool(50);
        var held = 0;
        for (var answer : pool.invokeAll(all)) {
            held += answer.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(held).isEqualTo(1);
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
