package selfbooking.booking.submit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.Lease;
import selfbooking.booking.draft.StateChange;
import selfbooking.store.Store;

/**
 * What becomes of a booking that was sent: each step is on the disk before its first byte leaves for the diary. A running instance has a
 * lease on each booking that it works on. A step is refused to whoever lost the lease meanwhile, even to another lease of the instance.
 */
public final class SubmitTable {

    /** A lease that is not renewed for this long is over: its owner has died. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** No search for a client takes as long; one that began before a create's last moment has to find it here. */
    static final Duration LONGEST_SEARCH = Duration.ofMinutes(5);

    private static final String DUE = """
            clinic = :clinic and state in ('SUBMITTING', 'UNKNOWN', 'CALL_CLINIC') and look_at <= :now
            and (claimed_until is null or claimed_until <= :now)
            """;

    /** Somebody else has the booking now; whatever this thread was about to do with it is theirs to do. */
    static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The end of asking, one way or another; {@code lookAt} when it is to be looked for all the same. */
    record End(
            State to,
            String why,
            @Nullable String appointmentId,
            Instant eraseAt,
            @Nullable Instant lookAt) {}

    private final Jdbi jdbi;
    private final String skipLocked;
    private final String clinic;
    private final String instance;
    private final FaultPoints faults;
    private final Clock clock;
    private final AtomicLong leases = new AtomicLong();

    /** {@code instance} begins the id of each lease of this one: another name after each start. */
    public SubmitTable(Store store, String clinic, String instance, FaultPoints faults, Clock clock) {
        this.jdbi = store.jdbi();
        this.skipLocked = store.skipLocked();
        this.clinic = clinic;
        this.instance = instance;
        this.faults = faults;
        this.clock = clock;
    }

    /** A new lease of this instance, of ten seconds. */
    public Lease lease() {
        return new Lease(
                instance + "-" + leases.incrementAndGet(), clock.instant().plus(LEASE));
    }

    /** Claims bookings that are due, the longest waiting first. */
    List<BookingRow> claimDue(int most) {
        return faults.around(
                Step.CLAIM, () -> jdbi.inTransaction(db -> claimed(db, lease(), """
                        update booking set claimed_by = :lease, claimed_until = :until where id in (
                          select id from booking where %s order by look_at limit %d %s) returning *
                        """.formatted(DUE, most, skipLocked))));
    }

    private List<BookingRow> claimed(Handle db, Lease lease, String sql) {
        return db.createQuery(sql)
                .bind("clinic", clinic)
                .bind("lease", lease.id())
                .bind("now", clock.instant().toEpochMilli())
                .bind("until", lease.until().toEpochMilli())
                .map((row, context) -> BookingRow.of(row))
                .list();
    }

    /** The instance lives and goes on working on these. */
    void renew(Collection<BookingRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useTransaction(db -> db.createUpdate("""
                        update booking set claimed_until = :until where id in (<ids>) and claimed_by in (<leases>)
                        """)
                .bindList("ids", rows.stream().map(BookingRow::id).toList())
                .bindList("leases", rows.stream().map(BookingRow::leaseId).toList())
                .bind("until", clock.instant().plus(LEASE).toEpochMilli())
                .execute());
    }

    /** At the start of the only process there is: whoever claimed something before is dead. */
    void freeAll() {
        jdbi.useHandle(db -> db.createUpdate("update booking set claimed_until = null where clinic = :clinic")
                .bind("clinic", clinic)
                .execute());
    }

    /** False if, when they were searched for, another booking's create of the same patient could still arrive. */
    boolean creatingClient(BookingRow row, String person, Instant searched, Instant until) {
        return faults.around(
                Step.CREATING_CLIENT,
                () -> jdbi.inTransaction(db -> {
                    requireLease(db, row);
                    var mine = NewClientTable.claim(db, clinic, person, row.id(), searched, until);
                    if (mine) {
                        set(db, "client_until = :value", row, until);
                    }
                    return mine;
                }));
    }

    void clientNotCreated(BookingRow row) {
        step(Step.CLIENT_NOT_CREATED, row, db -> {
            NewClientTable.free(db, row.id());
            set(db, "client_until = :value", row, null);
        });
    }

    /** Written down before the first byte of the booking leaves, with the client it is for; it may arrive until that moment. */
    void sending(BookingRow row, String clientId, Instant until) {
        step(Step.SENDING, row, db -> {
            if (row.state() == State.UNKNOWN) {
                StateChange.make(db, row.id(), State.SUBMITTING, "not in the diary: sent once more", clock.instant());
            }
            db.createUpdate("""
                            update booking set client_id = :client, client_until = null, sends = sends + 1, sent_until = :until
                            where id = :id
                            """)
                    .bind("id", row.id())
                    .bind("client", clientId)
                    .bind("until", until.toEpochMilli())
                    .execute();
        });
    }

    /** The diary answered, or was never reached: nothing has been done there. */
    void notSent(BookingRow row) {
        step(Step.NOT_SENT, row, db -> set(db, "sends = sends - 1, sent_until = :value", row, null));
    }

    void unclear(BookingRow row, Instant lookAt) {
        step(Step.UNCLEAR, row, db -> {
            StateChange.make(db, row.id(), State.UNKNOWN, "sent without a clear answer", clock.instant());
            set(db, "claimed_until = null, look_at = :value", row, lookAt);
        });
    }

    /** Null when it is not looked for any more. */
    void lookAgain(BookingRow row, @Nullable Instant lookAt) {
        step(Step.LOOK_AGAIN, row, db -> set(db, "claimed_until = null, look_at = :value", row, lookAt));
    }

    /** The end of asking; {@code besides} is done in the same transaction. */
    void ended(Step step, BookingRow row, End end, Consumer<Handle> besides) {
        step(step, row, db -> {
            StateChange.make(db, row.id(), end.to(), end.why(), clock.instant());
            db.createUpdate("""
                            update booking set appointment_id = :appointment, erase_at = :eraseAt, claimed_until = null
                            where id = :id
                            """)
                    .bind("id", row.id())
                    .bind("appointment", end.appointmentId())
                    .bind("eraseAt", end.eraseAt().toEpochMilli())
                    .execute();
            besides.accept(db);
            set(db, "look_at = :value", row, end.lookAt());
        });
    }

    void forgetNewClients() {
        jdbi.useHandle(
                db -> NewClientTable.forgetEndedBefore(db, clock.instant().minus(LONGEST_SEARCH)));
    }

    private void step(Step step, BookingRow row, Consumer<Handle> change) {
        faults.around(
                step,
                () -> jdbi.useTransaction(db -> {
                    requireLease(db, row);
                    change.accept(db);
                }));
    }

    /** Renews the lease under which the row was read, if nobody has claimed the booking since. */
    private void requireLease(Handle db, BookingRow row) {
        var ours = db.createUpdate("update booking set claimed_until = :until where id = :id and claimed_by = :lease")
                .bind("id", row.id())
                .bind("lease", row.leaseId())
                .bind("until", clock.instant().plus(LEASE).toEpochMilli())
                .execute();
        if (ours == 0) {
            throw new Superseded();
        }
    }

    private static void set(Handle db, String columns, BookingRow row, @Nullable Instant value) {
        db.createUpdate("update booking set " + columns + " where id = :id")
                .bind("id", row.id())
                .bind("value", value == null ? null : value.toEpochMilli())
                .execute();
    }
}
