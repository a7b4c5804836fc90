package selfbooking.booking.submit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.LogContext;
import selfbooking.booking.State;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.draft.BookingRow;

/**
 * One step of a booking that was sent: sends it, or looks for it in the diary after an unclear end. The same code serves a fresh booking
 * and one found after a restart, since all it knows is in the table. A booking leaves a second time only when the first one can no
 * longer arrive and is not in the diary.
 */
public final class SubmitStep {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);
    private static final int MOST_SENDS = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final SubmitTable table;
    private final BookInDiary sending;
    private final FindInDiary looking;
    private final RecordOutcome settling;
    private final Clock clock;
    private final SubmitTimings patience;

    public SubmitStep(
            SubmitTable table,
            BookInDiary sending,
            FindInDiary looking,
            RecordOutcome settling,
            Clock clock,
            SubmitTimings patience) {
        this.table = table;
        this.sending = sending;
        this.looking = looking;
        this.settling = settling;
        this.clock = clock;
        this.patience = patience;
    }

    /** Takes the booking one step on, with its reference in each log line; never throws what the API throws. */
    void advance(BookingRow row) {
        LogContext.named(Objects.requireNonNull(row.reference())).follow(() -> sendOrFind(row));
    }

    private void sendOrFind(BookingRow row) {
        try {
            if (row.maybeInDiary()) {
                look(row);
            } else if (late(row)) {
                settling.callClinic(row, "no answer for too long", null);
            } else {
                sending.send(row);
            }
        } catch (DiaryFailure e) {
            LOG.warn("booking {}: {}", row.reference(), e.getMessage());
            afterFailedCall(row, e);
        }
    }

    /** Nothing is sent or waited for any more; but what was sent before is looked for, as after a long stop. */
    private boolean late(BookingRow row) {
        return askedAt(row).plus(patience.giveUp()).isBefore(clock.instant());
    }

    private static Instant askedAt(BookingRow row) {
        return Objects.requireNonNull(row.askedAt());
    }

    private void afterFailedCall(BookingRow row, DiaryFailure e) {
        if (row.state() == State.CALL_CLINIC || (!late(row) && (passing(e) || row.maybeInDiary()))) {
            lookAgain(row);
        } else {
            callClinic(row, e.kind() + " from the diary");
        }
    }

    /** An answer that cannot be read is one of a bad moment, as a rule. */
    private static boolean passing(DiaryFailure e) {
        return switch (e.kind()) {
            case UNREACHABLE, TOO_MANY, NOT_UNDERSTOOD -> true;
            case NOT_AUTHORISED, INVALID_TOKEN, TAKEN, REFUSED, BLOCKED -> e.unclear();
        };
    }

    /** Only a look that began when nothing could arrive any more shows that nothing did. */
    private void look(BookingRow row) {
        var begun = clock.instant();
        var seen = looking.look(row);
        if (seen instanceof FindInDiary.Seen.Theirs theirs) {
            settling.booked(row, theirs.appointmentId(), theirs.named() ? "found" : "found without our reference");
        } else if (row.state() == State.CALL_CLINIC) {
            lookAgain(row);
        } else if (seen instanceof FindInDiary.Seen.Others) {
            settling.taken(row, "found taken");
        } else if (late(row)) {
            callClinic(row, "not found for too long");
        } else if (begun.isBefore(Objects.requireNonNull(row.sentUntil()))) {
            lookAgain(row);
        } else if (row.sends() < MOST_SENDS) {
            sending.send(row);
        } else {
            callClinic(row, "sent twice and not found");
        }
    }

    private void callClinic(BookingRow row, String why) {
        settling.callClinic(row, why, row.maybeInDiary() ? laterLook(row) : null);
    }

    private void lookAgain(BookingRow row) {
        var next = row.state() == State.CALL_CLINIC
                ? laterLook(row)
                : clock.instant().plus(patience.lookEvery());
        table.lookAgain(row, next);
    }

    /** Ever more seldom, until the visit's start. */
    private @Nullable Instant laterLook(BookingRow row) {
        var now = clock.instant();
        var half = Duration.between(askedAt(row), now).dividedBy(2);
        var next = now.plus(half.compareTo(LONGEST_PAUSE) < 0 ? half : LONGEST_PAUSE);
        return next.isBefore(row.offer().slot().start()) ? next : null;
    }
}
