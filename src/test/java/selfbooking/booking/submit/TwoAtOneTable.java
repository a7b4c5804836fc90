package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.SetClock;
import selfbooking.TestStore;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.TestOffers;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.Lease;
import selfbooking.store.Store;

/** Two instances and one table with bookings that were sent. */
abstract class TwoAtOneTable {

    static final Duration ONE_MORE_SECOND = Duration.ofSeconds(1);
    static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    final SetClock clock = new SetClock();
    Store store;
    SubmitTable here;
    SubmitTable there;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        here = new SubmitTable(store, "clinic", "here", FaultPoints.NONE, clock);
        there = new SubmitTable(store, "clinic", "there", FaultPoints.NONE, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    final Instant until() {
        return Instant.ofEpochMilli(clock.instant().plus(TWO_MINUTES).toEpochMilli());
    }

    final BookingRow row(String id) {
        return store.jdbi().withHandle(db -> row(db, id));
    }

    private BookingRow row(Handle db, String id) {
        return table().find(db, id).orElseThrow();
    }

    /** The only booking that is due, claimed. */
    static BookingRow claimed(SubmitTable by) {
        var due = by.claimDue(4);
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    static List<String> claimedIds(SubmitTable by, int most) {
        return by.claimDue(most).stream().map(BookingRow::id).toList();
    }

    private BookingTable table() {
        return new BookingTable(store.jdbi(), "clinic");
    }

    /** A booking of that id and key which was handed over in this moment, by one whose lease is over. */
    final void sent(String id) {
        sent(id, new Lease("the one that sent " + id, clock.instant()));
    }

    final void sent(String id, Lease lease) {
        var now = clock.instant();
        store.jdbi().useTransaction(db -> {
            table().insertDraft(db, id, id, offer(), now, now);
            table().submitted(db, row(db, id), "REF" + id, now, now, lease);
        });
    }

    private Offer offer() {
        var start = clock.instant().plus(Duration.ofDays(1));
        return TestOffers.of(new Slot("lee", "here", "visit", start, start.plus(Duration.ofMinutes(30))));
    }
}
