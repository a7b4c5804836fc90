package selfbooking.booking.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.times.LiveHold;
import selfbooking.store.Store;

/** A clinic's own claims on practitioners' time. Live ones of one practitioner never overlap. */
public final class HoldTable {

    private static final Logger LOG = LoggerFactory.getLogger(HoldTable.class);

    private final Store store;
    private final String clinic;
    private final AtomicLong version = new AtomicLong();

    public HoldTable(Store store, String clinic) {
        this.store = store;
        this.clinic = clinic;
    }

    /**
     * Grows after each transaction that changed what claims hide, not after one that only moves the end of a claim; after one of another
     * instance, once {@link #lookAround} has seen it.
     */
    public long version() {
        return version.get();
    }

    /** Learns whether other instances have changed a claim; while the store is gone, nothing. */
    public void lookAround() {
        try {
            store.jdbi()
                    .withHandle(db -> db.createQuery("select version from hold_version where clinic = :clinic")
                            .bind("clinic", clinic)
                            .mapTo(long.class)
                            .findOne())
                    .ifPresent(this::seen);
        } catch (JdbiException e) {
            LOG.debug("the version of the holds could not be read", e);
        }
    }

    public List<LiveHold> live(Instant now) {
        return store.looking()
                .withHandle(db -> db.createQuery("""
                        select booking_id, practitioner_id, starts_at, ends_at, expires_at from hold
                        where clinic = :clinic and expires_at > :now
                        """)
                        .bind("clinic", clinic)
                        .bind("now", now.toEpochMilli())
                        .map((row, context) -> new LiveHold(
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
     * Claims the slot for the booking in place of what it held before, unless another live claim of the practitioner overlaps it. Where
     * the claim came from stays.
     */
    public boolean claim(Handle db, String bookingId, Slot slot, Instant now, Instant until) {
        if (!isFree(db, bookingId, slot, now)) {
            return false;
        }
        boolean goesOn = goesOn(db, bookingId, slot, now);
        db.createUpdate("""
                        delete from hold where booking_id <> :booking
                        and clinic = :clinic and practitioner_id = :practitioner and expires_at <= :now
                        """)
                .bind("booking", bookingId)
                .bind("clinic", clinic)
                .bind("practitioner", slot.practitionerId())
                .bind("now", now.toEpochMilli())
                .execute();
        db.createUpdate("""
                        insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at)
                        values (:booking, :clinic, :practitioner, :start, :end, :until)
                        on conflict (booking_id) do update set practitioner_id = excluded.practitioner_id,
                          starts_at = excluded.starts_at, ends_at = excluded.ends_at, expires_at = excluded.expires_at
                        """)
                .bind("booking", bookingId)
                .bind("clinic", clinic)
                .bind("practitioner", slot.practitionerId())
                .bind("start", slot.start().toEpochMilli())
                .bind("end", slot.end().toEpochMilli())
                .bind("until", until.toEpochMilli())
                .execute();
        if (!goesOn) {
            changed(db);
        }
        return true;
    }

    /** Whether the booking has the slot already and only keeps it longer: whoever looks for free times sees no change. */
    private static boolean goesOn(Handle db, String bookingId, Slot slot, Instant now) {
        return db.createQuery("""
                        select count(*) from hold where booking_id = :booking and practitioner_id = :practitioner
                        and starts_at = :start and ends_at = :end and expires_at > :now
                        """)
                        .bind("booking", bookingId)
                        .bind("practitioner", slot.practitionerId())
                        .bind("start", slot.start().toEpochMilli())
                        .bind("end", slot.end().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    /** Whether no other booking's live claim overlaps the slot; until the transaction ends it stays so. */
    public boolean isFree(Handle db, String bookingId, Slot slot, Instant now) {
        store.lock(db, "practitioner " + clinic + " " + slot.practitionerId());
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

    /** When the live claims from there end, the next one first; until the transaction ends nobody else counts or adds to them. */
    List<Instant> endsOf(Handle db, String address, Instant now) {
        store.lock(db, "address " + clinic + " " + address);
        return db.createQuery("""
                        select expires_at from hold
                        where clinic = :clinic and address = :address and expires_at > :now order by expires_at
                        """)
                .bind("clinic", clinic)
                .bind("address", address)
                .bind("now", now.toEpochMilli())
                .mapTo(long.class)
                .map(Instant::ofEpochMilli)
                .list();
    }

    /** Null makes the claim one that counts for nobody. */
    public static void cameFrom(Handle db, String bookingId, @Nullable String address) {
        db.createUpdate("update hold set address = :address where booking_id = :booking")
                .bind("address", address)
                .bind("booking", bookingId)
                .execute();
    }

    /** A claim that is live goes on hiding its time: nothing changes for whoever looks. */
    public void endAt(Handle db, String bookingId, Instant now, Instant until) {
        boolean goesOn = endOf(db, bookingId).filter(now::isBefore).isPresent();
        db.createUpdate("update hold set expires_at = :until where booking_id = :booking")
                .bind("until", until.toEpochMilli())
                .bind("booking", bookingId)
                .execute();
        if (!goesOn) {
            changed(db);
        }
    }

    public void free(Handle db, String bookingId) {
        db.createUpdate("delete from hold where booking_id = :booking")
                .bind("booking", bookingId)
                .execute();
        changed(db);
    }

    /** Comes last, since the clinic's other claims wait for the row: so a version that is seen holds all changes before it. */
    private void changed(Handle db) {
        long grown =
                db.createQuery("""
                        insert into hold_version values (:clinic, 1)
                        on conflict (clinic) do update set version = hold_version.version + 1 returning version
                        """).bind("clinic", clinic).mapTo(long.class).one();
        db.afterCommit(() -> seen(grown));
    }

    private void seen(long grown) {
        version.accumulateAndGet(grown, Math::max);
    }
}
