package selfbooking.booking.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Bookings;
import selfbooking.booking.Codes;
import selfbooking.booking.State;
import selfbooking.booking.diary.Offer;

/** Drafts and bookings of one clinic: what their pages read and what patients do to them before they are sent. */
public final class BookingTable {

    private final Jdbi jdbi;
    private final String clinic;

    public BookingTable(Jdbi jdbi, String clinic) {
        this.jdbi = jdbi;
        this.clinic = clinic;
    }

    public Optional<BookingRow> find(String key) {
        return jdbi.withHandle(db -> find(db, key));
    }

    public Optional<BookingRow> find(Handle db, String key) {
        return db.createQuery("select * from booking where clinic = :clinic and key_hash = :hash")
                .bind("clinic", clinic)
                .bind("hash", Codes.hash(key))
                .map((row, context) -> BookingRow.of(row))
                .findOne();
    }

    /** As {@link #find}, and nobody else changes the row until the transaction ends: setting it to what it is locks it in any store. */
    public Optional<BookingRow> findToChange(Handle db, String key) {
        return db.createQuery(
                        "update booking set key_hash = key_hash where clinic = :clinic and key_hash = :hash returning *")
                .bind("clinic", clinic)
                .bind("hash", Codes.hash(key))
                .map((row, context) -> BookingRow.of(row))
                .findOne();
    }

    @Nullable
    public String idOf(String key) {
        return find(key).map(BookingRow::id).orElse(null);
    }

    public void insertDraft(Handle db, String id, String key, Offer offer, Instant now, Instant eraseAt) {
        bindOffer(db.createUpdate("""
                                insert into booking (id, clinic, key_hash, state, attempt,
                                  practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id,
                                  type_id, type_name, type_minutes, starts_at, ends_at,
                                  extensions, sends, created_at, changed_at, erase_at)
                                values (:id, :clinic, :hash, 'DRAFT', 1,
                                  :practitioner, :practitionerName, :location, :locationName, :zone, :timezone,
                                  :type, :typeName, :minutes, :start, :end, 0, 0, :now, :now, :eraseAt)
                                """), offer)
                .bind("id", id)
                .bind("clinic", clinic)
                .bind("hash", Codes.hash(key))
                .bind("now", now.toEpochMilli())
                .bind("eraseAt", eraseAt.toEpochMilli())
                .execute();
        StateChange.begun(db, id, now);
    }

    private static Update bindOffer(Update update, Offer offer) {
        return update.bind("practitioner", offer.practitioner().id())
                .bind("practitionerName", offer.practitioner().name())
                .bind("location", offer.location().id())
                .bind("locationName", offer.location().name())
                .bind("zone", offer.location().zone().getId())
                .bind("timezone", offer.location().timezoneId())
                .bind("type", offer.type().id())
                .bind("typeName", offer.type().name())
                .bind("minutes", offer.type().minutes())
                .bind("start", offer.slot().start().toEpochMilli())
                .bind("end", offer.slot().end().toEpochMilli());
    }

    /** Only what was not sent can be answered anew; other answers may be of another person, so the client is looked for again. */
    public void answer(String id, String sealed, Instant now) {
        jdbi.useHandle(db -> db.createUpdate("""
                        update booking set answers = :sealed, client_id = null, revision = revision + 1, changed_at = :now
                        where id = :id and state in ('DRAFT', 'TAKEN')
                        """)
                .bind("id", id)
                .bind("sealed", sealed)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** A draft, or one whose time was taken, goes on with another time as a new attempt. */
    public void moveTo(Handle db, String id, Offer offer, Instant now, Instant eraseAt) {
        if (StateChange.now(db, id) == State.TAKEN) {
            StateChange.make(db, id, State.DRAFT, "another time was chosen", now);
        }
        bindOffer(db.createUpdate("""
                                update booking set attempt = attempt + 1, revision = revision + 1, extensions = 0,
                                  practitioner_id = :practitioner, practitioner_name = :practitionerName,
                                  location_id = :location, location_name = :locationName, zone = :zone,
                                  timezone_id = :timezone, type_id = :type, type_name = :typeName,
                                  type_minutes = :minutes, starts_at = :start, ends_at = :end,
                                  asked_at = null, look_at = null, sends = 0, sent_until = null,
                                  changed_at = :now, erase_at = :eraseAt
                                where id = :id and state = 'DRAFT'
                                """), offer)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("eraseAt", eraseAt.toEpochMilli())
                .execute();
    }

    public void extended(Handle db, String id, Instant eraseAt) {
        db.createUpdate("update booking set extensions = extensions + 1, erase_at = :eraseAt where id = :id")
                .bind("id", id)
                .bind("eraseAt", eraseAt.toEpochMilli())
                .execute();
    }

    boolean hasReference(Handle db, String reference) {
        return db.createQuery("select count(*) from booking where clinic = :clinic and reference = :reference")
                        .bind("clinic", clinic)
                        .bind("reference", reference)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /**
     * Sends the draft as it was read, under that lease, and gives back what is sent. Empty when somebody sent or changed the draft since:
     * one conditional update decides.
     */
    public Optional<BookingRow> submitted(
            Handle db, BookingRow draft, String reference, Instant now, Instant eraseAt, Lease lease) {
        var sent = db.createQuery("""
                        update booking set state = 'SUBMITTING', changes = changes + 1, changed_at = :now, reference = :reference,
                          asked_at = :now, look_at = :now, erase_at = :eraseAt, claimed_by = :lease, claimed_until = :until
                        where id = :id and state = 'DRAFT' and revision = :revision returning *
                        """)
                .bind("id", draft.id())
                .bind("revision", draft.revision())
                .bind("reference", reference)
                .bind("now", now.toEpochMilli())
                .bind("eraseAt", eraseAt.toEpochMilli())
                .bind("lease", lease.id())
                .bind("until", lease.until().toEpochMilli())
                .map((row, context) -> BookingRow.of(row))
                .findOne();
        sent.ifPresent(row -> StateChange.sent(db, row.id(), now));
        return sent;
    }

    /** False when it was sent meanwhile. */
    public boolean end(Handle db, String id, String why, Instant now) {
        if (!StateChange.now(db, id).open()) {
            return false;
        }
        StateChange.make(db, id, State.ENDED, why, now);
        erase(db, id);
        return true;
    }

    /**
     * Ends drafts whose time is over, takes away answers that are not needed any more, and the holds of such drafts with their network
     * addresses. Returns how many bookings it touched.
     */
    public int eraseDue(Instant now) {
        var erased = jdbi.inTransaction(db -> endAndErase(db, now));
        HoldTable.forgetEndedBefore(jdbi, clinic, now.minus(Bookings.ANSWERS_STAY));
        return erased.size();
    }

    private List<String> endAndErase(Handle db, Instant now) {
        var due = db.createQuery("""
                            select id from booking where clinic = :clinic and erase_at <= :now
                              and (answers is not null or state in ('DRAFT', 'TAKEN'))
                            """)
                .bind("clinic", clinic)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
        due.stream().filter(id -> !end(db, id, "its time was over", now)).forEach(id -> erase(db, id));
        return due;
    }

    private static void erase(Handle db, String id) {
        db.createUpdate("update booking set answers = null where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Drops what ended before that moment, so that its key is like any unknown one. */
    public void forgetEndedBefore(Instant moment) {
        jdbi.useHandle(db -> db.createUpdate(
                        "delete from booking where clinic = :clinic and state = 'ENDED' and changed_at < :moment")
                .bind("clinic", clinic)
                .bind("moment", moment.toEpochMilli())
                .execute());
    }
}
