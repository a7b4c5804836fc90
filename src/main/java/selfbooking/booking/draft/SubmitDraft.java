package selfbooking.booking.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.Codes;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.times.Availability;

/** Makes a draft a booking that is on its way: once, durably, and only as its check page showed it. */
public final class SubmitDraft {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitDraft.class);

    private static final Duration UNCLEAR_STAYS = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final BookingTable table;
    private final HoldTable holds;
    private final Availability availability;
    private final Codes codes;
    private final Supplier<Lease> leases;
    private final Consumer<BookingRow> worker;
    private final FaultPoints faults;
    private final Clock clock;

    /** The worker is given each booking to send, under one of {@code leases}. */
    public SubmitDraft(
            Jdbi jdbi,
            BookingTable table,
            HoldTable holds,
            Availability availability,
            Codes codes,
            Supplier<Lease> leases,
            Consumer<BookingRow> worker,
            FaultPoints faults,
            Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.holds = holds;
        this.availability = availability;
        this.codes = codes;
        this.leases = leases;
        this.worker = worker;
        this.faults = faults;
        this.clock = clock;
    }

    /** An outcome that nobody knows yet is kept a week beyond the visit, for the clinic to sort out. */
    public static Instant unclearStaysUntil(Offer offer) {
        return offer.slot().start().plus(UNCLEAR_STAYS);
    }

    /** As {@link selfbooking.booking.Bookings#submit}. Nothing of the answers is opened. */
    public SubmitResult submit(String key, int revision) {
        return table.find(key).map(row -> submit(key, row, revision)).orElse(SubmitResult.NOT_FOUND);
    }

    private SubmitResult submit(String key, BookingRow row, int revision) {
        if (row.state() != State.DRAFT) {
            return SubmitResult.SENT;
        }
        if (row.sealed() == null) {
            return SubmitResult.INCOMPLETE;
        }
        if (row.revision() != revision) {
            return SubmitResult.CHANGED;
        }
        if (!isHeld(row) && availability.check(row.offer().slot()).isEmpty()) {
            return SubmitResult.LOST;
        }
        var sent = faults.around(Step.HAND_OVER, () -> jdbi.inTransaction(db -> sendOnce(db, row)));
        sent.ifPresent(this::takeOn);
        return sent.isPresent() ? SubmitResult.SENT : notSent(key, revision);
    }

    private boolean isHeld(BookingRow row) {
        return jdbi.withHandle(db -> holds.endOf(db, row.id()))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private void takeOn(BookingRow sent) {
        LOG.info("booking {} was sent by the patient", sent.reference());
        worker.accept(sent);
    }

    /** A booking that is now on its way and was not before. Its time stays claimed until the diary has decided. */
    private Optional<BookingRow> sendOnce(Handle db, BookingRow draft) {
        var now = clock.instant();
        var slot = draft.offer().slot();
        var eraseAt = unclearStaysUntil(draft.offer());
        var sent = table.submitted(db, draft, reference(db, draft), now, eraseAt, leases.get())
                .filter(row -> holds.pin(db, row.id(), slot, now));
        if (sent.isEmpty()) {
            db.rollback();
        }
        return sent;
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
    private SubmitResult notSent(String key, int revision) {
        return table.find(key)
                .filter(row -> row.state() == State.DRAFT)
                .map(row -> row.revision() == revision ? SubmitResult.LOST : SubmitResult.CHANGED)
                .orElse(SubmitResult.SENT);
    }
}
