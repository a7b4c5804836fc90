package selfbooking.booking.draft;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import selfbooking.booking.Booking;
import selfbooking.booking.Bookings;
import selfbooking.booking.State;
import selfbooking.booking.privacy.SealedAnswers;

/** Opens a booking for whoever has its key. */
public final class BookingReader {

    private final Jdbi jdbi;
    private final BookingTable table;
    private final HoldTable holds;
    private final SealedAnswers sealed;
    private final Clock clock;

    public BookingReader(Jdbi jdbi, BookingTable table, HoldTable holds, SealedAnswers sealed, Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.holds = holds;
        this.sealed = sealed;
        this.clock = clock;
    }

    public Optional<Booking> find(String key) {
        return jdbi.withHandle(db -> table.find(db, key).map(row -> booking(db, row)));
    }

    private Booking booking(Handle db, BookingRow row) {
        var text = row.sealed();
        var answers = text == null ? null : sealed.open(row.id(), text);
        var now = clock.instant();
        var hold = holds.endOf(db, row.id())
                .filter(end -> row.state() == State.DRAFT && end.isAfter(now))
                .map(end -> new Hold(end, Bookings.MOST_EXTENSIONS - row.extensions()))
                .orElse(null);
        return new Booking(
                row.state(), row.attempt(), row.offer(), answers, hold, row.reference(), row.revision(), row.askedAt());
    }
}
