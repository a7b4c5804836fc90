package selfbooking.booking.submit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.StateChange;
import selfbooking.store.Store;

/**
 * What becomes of a booking that was sent: each step is on the disk before its first byte leaves for the diary. A running instance claims
 * a booking before it works on it, and each step is refused to whoever lost that claim meanwhile.
 */
public final class SubmitTable {

    /** A claim that is not renewed for this long is another instance's to take: its owner has died. */
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

    /** {@code instance} is the name under which this one claims: another one after each start. */
    public SubmitTable(Store store, String clinic, String instance, FaultPoints faults, Clock clock) {
        this.jdbi = store.jdbi();
        this.skipLocked = store.skipLocked();
        this.clinic = clinic;
        this.instance = instance;
        this.faults = faults;
        this.clock = clock;
    }

    /** Claims bookings that are due, the longest waiting first. */
    List<String> claimDue(int most) {
        return faults.around(
                Step.CLAIM, () -> jdbi.inTransaction(db -> claimed(db, """
                        update booking set claimed_by = :instance, claimed_until = :until where id in (
                          select id from booking where %s order by look_at limit %d %s) returning id
                        """.formatted(DUE, most, skipLocked))));
    }

    private List<String> claimed(Handle db, String sql) {
        var now = clock.instant();
        return db.createQuery(sql)
                .bind("clinic", clinic)
                .bind("instance", instance)
                .bind("now", now.toEpochMilli())
                .bind("until", now.plus(LEASE).toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    /** Claims this one, if it is still to be sent or looked for and nobody else's. */
    Optional<BookingRow> claim(String id) {
        return faults.around(
                Step.CLAIM,
                () -> jdbi.inTransaction(db -> db.createQuery("""
                        update booking set claimed_by = :instance, claimed_until = :until
                        where id = :id and state in ('SUBMITTING', 'UNKNOWN', 'CALL_CLINIC') and look_at is not null
                        and (claimed_until is null or claimed_until <= :now or claimed_by = :instance) returning *
                        """)
                        .bind("id", id)
                        .bind("instance", instance)
                        .bind("now", clock.instant().toEpochMilli())
                        .bind("until", clock.instant().plus(LEASE).toEpochMilli())
                        .map((row, context) -> BookingRow.of(row))
                        .findOne()));
    }

    /** The instance lives and goes on working on these. */
    void renew(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useTransaction(db -> db.createUpdate("""
                        update booking set claimed_until = :until where claimed_by = :instance and id in (<ids>)
                        """)
                .bindList("ids", ids)
                .bind("instance", instance)
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
    boolean creatingClient(String id, String person, Instant searched, Instant until) {
        return faults.around(
                Step.CREATING_CLIENT,
                () -> jdbi.inTransaction(db -> {
                    mustBeOurs(db, id);
                    var mine = NewClientTable.claim(db, clinic, person, id, searched, until);
                    if (mine) {
                        set(db, "client_until = :value", id, until);
                    }
                    return mine;
                }));
    }

    void clientIs(String id, String clientId) {
        step(
                Step.CLIENT_KNOWN,
                id,
                db -> db.createUpdate("update booking set client_id = :client, client_until = null where id = :id")
                        .bind("id", id)
                        .bind("client", clientId)
                        .execute());
    }

    void clientNotCreated(String id) {
        step(Step.CLIENT_NOT_CREATED, id, db -> {
            NewClientTable.free(db, id);
            set(db, "client_until = :value", id, null);
        });
    }

    /** Written down before the first byte of the booking leaves; it may arrive until that moment. */
    void sending(BookingRow row, Instant until) {
        step(Step.SENDING, row.id(), db -> {
            if (row.state() == State.UNKNOWN) {
                StateChange.make(db, row.id(), State.SUBMITTING, "not in the diary: sent once more", clock.instant());
            }
            set(db, "sends = sends + 1, sent_until = :value", row.id(), until);
        });
    }

    /** The diary answered, or was never reached: nothing has been done there. */
    void notSent(String id) {
        step(Step.NOT_SENT, id, db -> set(db, "sends = sends - 1, sent_until = :value", id, null));
    }

    void unclear(String id, Instant lookAt) {
        step(Step.UNCLEAR, id, db -> {
            StateChange.make(db, id, State.UNKNOWN, "sent without a clear answer", clock.instant());
            set(db, "claimed_until = null, look_at = :value", id, lookAt);
        });
    }

    /** Null when it is not looked for any more. */
    void lookAgain(String id, @Nullable Instant lookAt) {
        step(Step.LOOK_AGAIN, id, db -> set(db, "claimed_until = null, look_at = :value", id, lookAt));
    }

    /** The end of asking; {@code besides} is done in the same transaction. */
    void ended(Step step, String id, End end, Consumer<Handle> besides) {
        step(step, id, db -> {
            StateChange.make(db, id, end.to(), end.why(), clock.instant());
            db.createUpdate("""
                            update booking set appointment_id = :appointment, erase_at = :eraseAt, claimed_until = null
                            where id = :id
                            """)
                    .bind("id", id)
                    .bind("appointment", end.appointmentId())
                    .bind("eraseAt", end.eraseAt().toEpochMilli())
                    .execute();
            besides.accept(db);
            set(db, "look_at = :value", id, end.lookAt());
        });
    }

    void forgetNewClients() {
        jdbi.useHandle(
                db -> NewClientTable.forgetEndedBefore(db, clock.instant().minus(LONGEST_SEARCH)));
    }

    private void step(Step step, String id, Consumer<Handle> change) {
        faults.around(
                step,
                () -> jdbi.useTransaction(db -> {
                    mustBeOurs(db, id);
                    change.accept(db);
                }));
    }

    private void mustBeOurs(Handle db, String id) {
        var ours = db.createUpdate("""
                        update booking set claimed_until = :until where id = :id and claimed_by = :instance
                        """)
                .bind("id", id)
                .bind("instance", instance)
                .bind("until", clock.instant().plus(LEASE).toEpochMilli())
                .execute();
        if (ours == 0) {
            throw new Superseded();
        }
    }

    private static void set(Handle db, String columns, String id, @Nullable Instant value) {
        db.createUpdate("update booking set " + columns + " where id = :id")
                .bind("id", id)
                .bind("value", value == null ? null : value.toEpochMilli())
                .execute();
    }
}
