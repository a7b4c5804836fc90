package selfbooking.booking.draft;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.State;

/**
 * Where a booking's state changes: together with its line in the audit trail, in the caller's transaction. Only the sending of a draft is
 * an update of its own, since it depends on more than the state; its line is written here too.
 */
public final class StateChange {

    private StateChange() {}

    /**
     * Changes the state.
     *
     * @param why in plain words, without anything of a patient
     * @throws IllegalStateException when that state may not follow the one that the booking is in
     */
    public static void make(Handle db, String id, State to, String why, Instant now) {
        var from = now(db, id);
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("a booking in " + from + " may not become " + to);
        }
        db.createUpdate("update booking set state = :to, changes = changes + 1, changed_at = :now where id = :id")
                .bind("id", id)
                .bind("to", to.name())
                .bind("now", now.toEpochMilli())
                .execute();
        note(db, id, from.name(), why, now);
    }

    /** The first line of a new draft. */
    static void begun(Handle db, String id, Instant now) {
        note(db, id, null, "a time was tapped", now);
    }

    /** The line of a draft that has just been sent. */
    static void sent(Handle db, String id, Instant now) {
        note(db, id, State.DRAFT.name(), "sent by the patient", now);
    }

    /** Nobody else changes it until the transaction ends: setting it to what it is locks it in any store. */
    static State now(Handle db, String id) {
        return db.createQuery("update booking set state = state where id = :id returning state")
                .bind("id", id)
                .mapTo(State.class)
                .one();
    }

    private static void note(Handle db, String id, @Nullable String from, String why, Instant now) {
        db.createUpdate("""
                        insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
                        select id, changes, :now, attempt, :from, state, :why from booking where id = :id
                        """)
                .bind("id", id)
                .bind("from", from)
                .bind("why", why)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
