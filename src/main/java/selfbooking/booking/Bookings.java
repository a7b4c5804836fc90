package selfbooking.booking;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.BookingReader;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.HoldTable;
import selfbooking.booking.draft.HoldsPerAddress;
import selfbooking.booking.draft.HoldsPerAddress.Origin;
import selfbooking.booking.draft.SubmitDraft;
import selfbooking.booking.draft.SubmitResult;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.privacy.SealedAnswers;
import selfbooking.booking.submit.OutcomeWaiter;
import selfbooking.booking.times.Alternatives;
import selfbooking.booking.times.Availability;

/**
 * Drafts and bookings of one clinic, from the tap on a time to what became of it. Safe for use by many threads. Unless said
 * otherwise a key that this clinic does not know makes a method do nothing and answer empty.
 */
public final class Bookings {

    public static final Duration HOLD = Duration.ofMinutes(8);
    public static final Duration ANSWERS_STAY = Duration.ofMinutes(30);
    public static final int MOST_EXTENSIONS = 10;

    private final Jdbi jdbi;
    private final BookingTable table;
    private final HoldTable holds;
    private final HoldsPerAddress perAddress;
    private final Availability availability;
    private final SealedAnswers sealed;
    private final Codes codes;
    private final BookingReader reading;
    private final SubmitDraft submitting;
    private final OutcomeWaiter changes;
    private final Waiting waiting;
    private final Clock clock;

    public Bookings(
            Jdbi jdbi,
            BookingTable table,
            HoldTable holds,
            HoldsPerAddress perAddress,
            Availability availability,
            SealedAnswers sealed,
            Codes codes,
            BookingReader reading,
            SubmitDraft submitting,
            OutcomeWaiter changes,
            Waiting waiting,
            Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.holds = holds;
        this.perAddress = perAddress;
        this.availability = availability;
        this.sealed = sealed;
        this.codes = codes;
        this.reading = reading;
        this.submitting = submitting;
        this.changes = changes;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Takes a hold of eight minutes and makes a draft.
     *
     * @param from the patient's network address; so many drafts of one address hold a time at once, and no more
     * @throws DiaryUnavailable when the diary does not answer: nobody starts what cannot be finished
     */
    public TapResult start(Slot slot, InetAddress from) {
        var origin = perAddress.origin(from);
        return availability
                .check(slot)
                .flatMap(offer -> jdbi.inTransaction(db -> draft(db, offer, origin)))
                .orElseGet(() -> new TapResult.Lost(availability.insteadOf(slot, null)));
    }

    /** Empty when someone else has the time. */
    private Optional<TapResult> draft(Handle db, Offer offer, Origin origin) {
        var now = clock.instant();
        var until = now.plus(HOLD);
        var key = codes.key();
        var id = codes.id();
        table.insertDraft(db, id, key, offer, now, answersStayUntil(until));
        if (holds.insert(db, id, offer.slot(), now, until, origin)) {
            return Optional.of(new TapResult.Held(key));
        }
        var full = perAddress.fullUntil(db, origin, now);
        db.rollback();
        return full.map(TapResult.TooMany::new);
    }

    private static Instant answersStayUntil(Instant holdEnds) {
        return holdEnds.plus(ANSWERS_STAY);
    }

    /** The draft or booking that the key opens. */
    public Optional<Booking> find(String key) {
        return reading.find(key);
    }

    /** Keeps the details of a draft (also of one whose time was taken); does nothing to one that was sent. */
    public void answer(String key, Answers answers) {
        table.find(key).ifPresent(row -> table.answer(row.id(), sealed.seal(row.id(), answers), clock.instant()));
    }

    /**
     * Sends a draft, durably and once; returns before the diary has answered.
     *
     * @param revision what the check page carried: a draft of another one is not sent
     * @throws DiaryUnavailable when an ended hold had to be taken again and the diary does not answer
     */
    public SubmitResult submit(String key, int revision) {
        return submitting.submit(key, revision);
    }

    /** As {@link #find}, but waits at most that long for a pending booking to be decided. */
    public Optional<Booking> await(String key, Duration atMost) {
        var decided = changes.when(
                () -> table.find(key).filter(row -> row.state().pending()).isEmpty(), atMost);
        try {
            var unused = waiting.await(decided);
        } finally {
            decided.cancel(false);
        }
        return find(key);
    }

    /**
     * Another time with all answers kept: the new hold is taken before the old one goes. A taken booking becomes a draft again.
     * A booking that was sent is left as it is and its key given back as held.
     *
     * @throws DiaryUnavailable when the diary does not answer
     */
    public Optional<TapResult> swap(String key, Slot slot) {
        return table.find(key).map(row -> {
            if (!row.state().open()) {
                return new TapResult.Held(key);
            }
            var offer = availability.check(slot);
            var held = offer.isPresent() && jdbi.inTransaction(db -> moveTo(db, key, offer.get()));
            return held ? new TapResult.Held(key) : new TapResult.Lost(availability.insteadOf(slot, row.id()));
        });
    }

    /** Read once more, since another window may have sent it: its claim must then stay. */
    private boolean moveTo(Handle db, String key, Offer offer) {
        var row = table.findToChange(db, key).orElseThrow();
        if (!row.state().open()) {
            return true;
        }
        var now = clock.instant();
        var held = holds.claim(db, row.id(), offer.slot(), now, now.plus(HOLD));
        if (held) {
            table.moveTo(db, row.id(), offer, now, answersStayUntil(now.plus(HOLD)));
        }
        return held;
    }

    /**
     * Eight minutes more, ten times at most; takes an ended hold again if the time is free. A booking that was sent meanwhile is left as it
     * is.
     *
     * @throws DiaryUnavailable when an ended hold had to be taken again and the diary does not answer
     */
    public Optional<TapResult> extend(String key) {
        return find(key).filter(booking -> booking.state() == State.DRAFT).map(booking -> {
            var slot = booking.offer().slot();
            var free = booking.hold() != null || availability.check(slot).isPresent();
            var held = free && jdbi.inTransaction(db -> extend(db, key));
            return held ? new TapResult.Held(key) : new TapResult.Lost(availability.insteadOf(slot, table.idOf(key)));
        });
    }

    /** Read once more, for the same reason; and the time may have been swapped. */
    private boolean extend(Handle db, String key) {
        var row = table.findToChange(db, key).orElseThrow();
        if (row.state() != State.DRAFT || row.extensions() >= MOST_EXTENSIONS) {
            return true;
        }
        var now = clock.instant();
        var held = holds.claim(db, row.id(), row.offer().slot(), now, now.plus(HOLD));
        if (held) {
            table.extended(db, row.id(), answersStayUntil(now.plus(HOLD)));
        }
        return held;
    }

    /** Ends a draft and frees its time at once; does nothing to a booking that was sent. */
    public void release(String key) {
        table.find(key)
                .ifPresent(row -> jdbi.useTransaction(db -> {
                    if (table.end(db, row.id(), "given up by the patient", clock.instant())) {
                        holds.free(db, row.id());
                    }
                }));
    }

    /**
     * What to offer when this draft's time is lost.
     *
     * @throws DiaryUnavailable when the diary does not answer and nothing is kept
     */
    public Optional<Alternatives> alternatives(String key) {
        return table.find(key).map(row -> availability.insteadOf(row.offer().slot(), row.id()));
    }
}
