package selfbooking.booking.submit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.Bookings;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.HoldTable;
import selfbooking.booking.draft.SubmitDraft;
import selfbooking.booking.submit.SubmitTable.End;

/** Writes down what became of a booking, for good: with its claim on the time, its erasure and whoever has to be told. */
public final class RecordOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(RecordOutcome.class);
    private static final Duration BOOKED_STAYS = Duration.ofHours(24);
    /** Until each cached week from before the booking is too old to be shown, and a minute for the clocks of other instances. */
    private static final Duration BOOKED_STAYS_CLAIMED = Diary.WEEK_TOO_OLD.plusMinutes(1);

    private final SubmitTable table;
    private final HoldTable holds;
    private final Diary diary;
    private final CallForHelp help;
    private final MeterProvider<Counter> ends;
    private final Clock clock;

    /** {@code ends} counts bookings by what became of them. */
    public RecordOutcome(
            SubmitTable table,
            HoldTable holds,
            Diary diary,
            CallForHelp help,
            MeterProvider<Counter> ends,
            Clock clock) {
        this.table = table;
        this.holds = holds;
        this.diary = diary;
        this.help = help;
        this.ends = ends;
        this.clock = clock;
    }

    void booked(BookingRow row, String appointmentId, String why) {
        var now = clock.instant();
        var eraseAt = row.offer().slot().end().plus(BOOKED_STAYS);
        var end = new End(State.BOOKED, why, appointmentId, eraseAt, null);
        end(Step.BOOKED, row, end, db -> holds.endAt(db, row.id(), now, now.plus(BOOKED_STAYS_CLAIMED)));
        LOG.info("booking {} is in the diary: {}", row.reference(), why);
    }

    void taken(BookingRow row, String why) {
        diary.lost(row.offer().day());
        var end = new End(State.TAKEN, why, null, clock.instant().plus(Bookings.ANSWERS_STAY), null);
        end(Step.TAKEN, row, end, db -> holds.free(db, row.id()));
        LOG.info("booking {}: the time was taken", row.reference());
    }

    /** Its time stays claimed, and it is looked for, only if the diary may have it. */
    void callClinic(BookingRow row, String why, @Nullable Instant lookAt) {
        var end = new End(State.CALL_CLINIC, why, null, SubmitDraft.unclearStaysUntil(row.offer()), lookAt);
        end(Step.CALL_CLINIC, row, end, db -> {
            help.send(db, row);
            if (!row.maybeInDiary()) {
                holds.free(db, row.id());
            }
        });
        LOG.warn("booking {} needs a person at the clinic: {}", row.reference(), why);
    }

    private void end(Step step, BookingRow row, End end, Consumer<Handle> besides) {
        table.ended(step, row, end, besides);
        ends.withTag("end", end.to().name().toLowerCase(Locale.ROOT)).increment();
    }
}
