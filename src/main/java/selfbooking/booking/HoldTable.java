package selfbooking.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import selfbooking.booking.diary.Slot;

/** Our own claims on practitioners' time. Live ones of one practitioner never overlap. */
final class HoldTable {

    /** A claim that lives until then, and the booking it belongs to. */
    record Live(String bookingId, String practitionerId, Instant start, Instant end, Instant until) {

        boolean covers(Slot slot) {
            return practitionerId.equals(slot.practitionerId()) && slot.overlaps(start, end);
        }
    }

    private final Jdbi jdbi;
    private final AtomicLong version = new AtomicLong();

    HoldTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Grows after each transaction that changed a claim. */
    long version() {
        return version.get();
    }

    List<Live> live(String clinic, Instant now) {
        return jdbi.withHandle(db -> db.createQuery("""
                        select booking_id, practitioner_id, starts_at, ends_at, expires_at from hold
                        where clinic = :clinic and expires_at > :now
                        """)
                .bind("clinic", clinic)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Live(
                        row.getString("booking_id"),
                        row.getString("practitioner_id"),
                        Instant.ofEpochMilli(row.getLong("starts_at")),
                        Instant.ofEpochMilli(row.getLong("ends_at")),
                        Instant.ofEpochMilli(row.getLong("expires_at"))))
                .list());
    }

    Optional<Instant> endOf(Handle db, String bookingId) {
        return db.createQuery("select expires_at from hold where booking_id = :booking")
                .bind("booking", bookingId)
                .mapTo(long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * Claims the slot for the booking in place of what it held before, unless another live claim of the practitioner overlaps it. The
     * handle's transaction must exclude other writers, as the store's do.
     */
    boolean claim(Handle db, String clinic, String bookingId, Slot slot, Instant now, Instant until) {
        if (!isFree(db, clinic, bookingId, slot, now)) {
            return false;
        }
        changed(db);
        db.createUpdate("""
                        delete from hold where booking_id = :booking
                        or (clinic = :clinic and practitioner_id = :practitioner and expires_at <= :now)
                        """)
                .bind("booking", bookingId)
                .bind("clinic", clinic)
                .bind("practitioner", slot.practitionerId())
                .bind("now", now.toEpochMilli())
                .execute();
        db.createUpdate("insert into hold values (:booking, :clinic, :practitioner, :start, :end, :until)")
                .bind("booking", bookingId)
                .bind("clinic", clinic)
                .bind("practitioner", slot.practitionerId())
                .bind("start", slot.start().toEpochMilli())
                .bind("end", slot.end().toEpochMilli())
                .bind("until", until.toEpochMilli())
                .execute();
        return true;
    }

    /** Whether no other booking's live claim overlaps the slot. */
    boolean isFree(Handle db, String clinic, String bookingId, Slot slot, Instant now) {
        return db.createQuery("""
                        select count(*) from hold
                        where clinic = :clinic and practitioner_id = :practitioner and booking_id <> :booking
                        and expires_at > :now and starts_at < :end and ends_at > :start
                        """)
                        .bind("clinic", clinic)
                        .bind("practitioner", slot.practitionerId())
                        .bind("booking", bookingId)
                        .bind("now", now.toEpochMilli())
                        .bind("start", slot.start().toEpochMilli())
                        .bind("end", slot.end().toEpochMilli())
                        .mapTo(int.class)
                        .one()
                == 0;
    }

    void endAt(Handle db, String bookingId, Instant until) {
        changed(db);
        db.createUpdate("update hold set expires_at = :until where booking_id = :booking")
                .bind("until", until.toEpochMilli())
                .bind("booking", bookingId)
                .execute();
    }

    void free(Handle db, String bookingId) {
        changed(db);
        db.createUpdate("delete from hold where booking_id = :booking")
                .bind("booking", bookingId)
                .execute();
    }

    private void changed(Handle db) {
        db.afterCommit(version::incrementAndGet);
    }
}
