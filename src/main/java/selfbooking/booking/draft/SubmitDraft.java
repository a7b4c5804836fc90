package selfbooking.booking.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.Codes;
import selfbooking.booking.Booking;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.times.Availability;

/** Makes a draft a booking that is on its way: once, durably, and only as its check page showed it. */
public final class SubmitDraft {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitDraft.class);

    private static final Duration UNCLEAR_STAYS = Duration.ofDays(7);

    private record Sent(String id, String reference) {}

    private final Jdbi jdbi;
    private final BookingTable table;
    private final HoldTable holds;
    private final Availability availability;
    private final BookingReader reading;
    private final Codes codes;
    private final Consumer<String> submitter;
    private final FaultPoints faults;
    private final Clock clock;

    /** The submitter is given the id of each booking to send. */
    public SubmitDraft(
            Jdbi jdbi,
            BookingTable table,
            HoldTable holds,
            Availability availability,
            BookingReader reading,
            Codes codes,
            Consumer<String> submitter,
            FaultPoints faults,
            Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.holds = holds;
        this.availability = availability;
        this.reading = reading;
        this.codes = codes;
        this.submitter = submitter;
        this.faults = faults;
        this.clock = clock;
    }

    /** An outcome that nobody knows yet is kept a week beyond the visit, for the clinic to sort out. */
    public static Instant unclearStaysUntil(Offer offer) {
        return offer.slot().start().plus(UNCLEAR_STAYS);
    }

    public SubmitResult submit(String key, String seen) {
        return draft(key).map(draft -> submit(key, seen, draft)).orElse(SubmitResult.SENT);
    }

    private Optional<Booking> draft(String key) {
        return reading.find(key).filter(booking -> booking.state() == State.DRAFT);
    }

    private SubmitResult submit(String key, String seen, Booking draft) {
        if (draft.answers() == null) {
            return SubmitResult.INCOMPLETE;
        }
        if (!draft.seen().equals(seen)) {
            return SubmitResult.CHANGED;
        }
        if (draft.hold() == null && availability.check(draft.offer().slot()).isEmpty()) {
            return SubmitResult.LOST;
        }
        var sent = faults.around(Step.HAND_OVER, () -> jdbi.inTransaction(db -> sendOnce(db, key, seen)));
        sent.ifPresent(this::goOn);
        return sent.isPresent() ? SubmitResult.SENT : notSent(key, seen);
    }

    private void goOn(Sent sent) {
        LOG.info("booking {} was sent by the patient", sent.reference());
        submitter.accept(sent.id());
    }

    /** A booking that is now on its way and was not before. */
    private Optional<Sent> sendOnce(Handle db, String key, String seen) {
        return table.findToChange(db, key)
                .filter(row -> row.state() == State.DRAFT)
                .filter(row -> reading.booking(db, row).seen().equals(seen))
                .filter(row -> pin(db, row))
                .map(row -> {
                    var reference = reference(db, row);
                    table.submitted(db, row.id(), reference, clock.instant(), unclearStaysUntil(row.offer()));
                    return new Sent(row.id(), reference);
                });
    }

    /** From here on the time stays claimed until the diary has decided, whoever asked for it. */
    private boolean pin(Handle db, BookingRow row) {
        var slot = row.offer().slot();
        HoldTable.cameFrom(db, row.id(), null);
        return holds.claim(db, row.id(), slot, clock.instant(), slot.end());
    }

    private String reference(Handle db, BookingRow row) {
        return row.reference() == null ? newReference(db) : row.reference();
    }

    private String newReference(Handle db) {
        var reference = codes.reference();
        while (table.hasReference(db, reference)) {
            reference = codes.reference();
        }
        return reference;
    }

    /** Another window was quicker, or someone else has the time. */
    private SubmitResult notSent(String key, String seen) {
        return draft(key)
                .map(now -> now.seen().equals(seen) ? SubmitResult.LOST : SubmitResult.CHANGED)
                .orElse(SubmitResult.SENT);
    }
}
