package selfbooking.booking.draft;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.HoldsPerAddress.Origin;
import selfbooking.booking.times.LiveHold;
import selfbooking.store.Store;

/** A clinic's own claims on practitioners' time. Live ones of one practitioner never overlap. */
public final class HoldTable {

    /** Of one row, if no other booking's live claim overlaps it. */
    private static final String INSERT = """
            insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
            select :booking, :clinic, :practitioner, :start, :end, :until, :address
            where not exists (select 1 from hold other
              where other.clinic = :clinic and other.practitioner_id = :practitioner and other.booking_id <> :booking
              and other.expires_at > :now and other.starts_at < :end and other.ends_at > :start)
            """;

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
     * Claims the slot for a new draft. False when another live claim of the practitioner overlaps it, or the network address holds as many
     * times as it may; until the transaction ends neither changes.
     */
    public boolean insert(Handle db, String bookingId, Slot slot, Instant now, Instant until, Origin origin) {
        store.lock(db, locks(slot, origin));
        // The only row in the way of the index is a claim on that start that has ended.
        boolean held = bind(db.createUpdate(INSERT + """
                        and (select count(*) from hold counted where counted.clinic = :clinic
                          and counted.address = :address and counted.expires_at > :now) < :most
                        on conflict (clinic, practitioner_id, starts_at) do update set booking_id = excluded.booking_id,
                          ends_at = excluded.ends_at, expires_at = excluded.expires_at, address = excluded.address
                        """), bookingId, slot, now, until)
                        .bind("address", origin.address())
                        .bind("most", origin.most())
                        .execute()
                > 0;
        if (held) {
            changed(db);
        }
        return held;
    }

    private String[] locks(Slot slot, Origin origin) {
        return Stream.concat(
                        Stream.ofNullable(origin.address()).map(address -> "address " + clinic + " " + address),
                        Stream.of(practitioner(slot)))
                .toArray(String[]::new);
    }

    private String practitioner(Slot slot) {
        return "practitioner " + clinic + " " + slot.practitionerId();
    }

    /**
     * Claims the slot for the booking in place of what it held before, unless another live claim of the practitioner overlaps it. The
     * claim's network address stays.
     */
    public boolean claim(Handle db, String bookingId, Slot slot, Instant now, Instant until) {
        return claim(db, bookingId, slot, now, until, "");
    }

    /** As {@link #claim}, until the visit's end; from now on the claim counts for no network address. */
    boolean pin(Handle db, String bookingId, Slot slot, Instant now) {
        return claim(db, bookingId, slot, now, slot.end(), ", address = null");
    }

    private boolean claim(Handle db, String bookingId, Slot slot, Instant now, Instant until, String set) {
        store.lock(db, practitioner(slot));
        return renewed(db, bookingId, slot, now, until, set) || replaced(db, bookingId, slot, now, until, set);
    }

    /** Whether the booking had the slot already and now keeps it longer: whoever looks for free times sees no change. */
    private boolean renewed(Handle db, String bookingId, Slot slot, Instant now, Instant until, String set) {
        return bind(db.createUpdate("update hold set expires_at = :until" + set + """
                         where booking_id = :booking and clinic = :clinic and practitioner_id = :practitioner
                          and starts_at = :start and ends_at = :end and expires_at > :now
                        """), bookingId, slot, now, until)
                        .execute()
                > 0;
    }

    private boolean replaced(Handle db, String bookingId, Slot slot, Instant now, Instant until, String set) {
        bind(db.createUpdate("""
                        delete from hold where booking_id <> :booking and clinic = :clinic
                          and practitioner_id = :practitioner and starts_at = :start and expires_at <= :now
                        """), bookingId, slot, now, until).execute();
        boolean held = bind(db.createUpdate(INSERT + """
                        on conflict (booking_id) do update set practitioner_id = excluded.practitioner_id,
                          starts_at = excluded.starts_at, ends_at = excluded.ends_at, expires_at = excluded.expires_at
                        """ + set), bookingId, slot, now, until)
                        .bindNull("address", Types.VARCHAR)
                        .execute()
                > 0;
        if (held) {
            changed(db);
        }
        return held;
    }

    private Update bind(Update update, String bookingId, Slot slot, Instant now, Instant until) {
        return update.bind("booking", bookingId)
                .bind("clinic", clinic)
                .bind("practitioner", slot.practitionerId())
                .bind("start", slot.start().toEpochMilli())
                .bind("end", slot.end().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("until", until.toEpochMilli());
    }

    /** When the live claims of that network address end, the next one first. */
    List<Instant> endsOf(Handle db, String address, Instant now) {
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

    /**
     * Takes away claims that ended long ago, with their network addresses. One by one, since a new claim may be replacing several of the
     * same rows.
     */
    static void forgetEndedBefore(Jdbi jdbi, String clinic, Instant moment) {
        var ended = jdbi.withHandle(
                db -> db.createQuery("select booking_id from hold where clinic = :clinic and expires_at <= :moment")
                        .bind("clinic", clinic)
                        .bind("moment", moment.toEpochMilli())
                        .mapTo(String.class)
                        .list());
        ended.forEach(id -> jdbi.useHandle(
                db -> db.createUpdate("delete from hold where booking_id = :booking and expires_at <= :moment")
                        .bind("booking", id)
                        .bind("moment", moment.toEpochMilli())
                        .execute()));
    }

    /** Moves the end of the booking's claim. A live claim goes on hiding its time: whoever looks for free times sees no change. */
    public void endAt(Handle db, String bookingId, Instant now, Instant until) {
        boolean live = endOf(db, bookingId).filter(now::isBefore).isPresent();
        db.createUpdate("update hold set expires_at = :until where booking_id = :booking")
                .bind("until", until.toEpochMilli())
                .bind("booking", bookingId)
                .execute();
        if (!live) {
            changed(db);
        }
    }

    public void free(Handle db, String bookingId) {
        db.createUpdate("delete from hold where booking_id = :booking")
                .bind("booking", bookingId)
                .execute();
        changed(db);
    }

    /** Must be a transaction's last statement: it locks the clinic's version row, so that versions grow in the order of the commits. */
    private void changed(Handle db) {
        long grown =
                db.createQuery("""
                        insert into hold_version (clinic, version) values (:clinic, 1)
                        on conflict (clinic) do update set version = hold_version.version + 1 returning version
                        """).bind("clinic", clinic).mapTo(long.class).one();
        db.afterCommit(() -> seen(grown));
    }

    private void seen(long grown) {
        version.accumulateAndGet(grown, Math::max);
    }
}
