package selfbooking.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What becomes of a booking that was sent: each step is on the disk before its first byte leaves for the diary. */
final class SubmitTable {

    private final Jdbi jdbi;
    private final String clinic;

    SubmitTable(Jdbi jdbi, String clinic) {
        this.jdbi = jdbi;
        this.clinic = clinic;
    }

    List<String> dueBefore(Instant now) {
        return jdbi.withHandle(db -> db.createQuery("""
                        select id from booking
                        where clinic = :clinic and state in ('SUBMITTING', 'UNKNOWN') and look_at <= :now
                        order by look_at
                        """)
                .bind("clinic", clinic)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list());
    }

    Optional<BookingRow> pending(String id) {
        return jdbi.withHandle(
                db -> db.createQuery("select * from booking where id = :id and state in ('SUBMITTING', 'UNKNOWN')")
                        .bind("id", id)
                        .map((row, context) -> BookingRow.of(row))
                        .findOne());
    }

    void creatingClient(String id, Instant until) {
        set("update booking set client_until = :value where id = :id", id, until);
    }

    void clientIs(String id, String clientId) {
        jdbi.useHandle(
                db -> db.createUpdate("update booking set client_id = :client, client_until = null where id = :id")
                        .bind("id", id)
                        .bind("client", clientId)
                        .execute());
    }

    void clientNotCreated(String id) {
        set("update booking set client_until = :value where id = :id", id, null);
    }

    void sending(String id, Instant until) {
        set("update booking set sends = sends + 1, sent_until = :value where id = :id", id, until);
    }

    /** The diary answered, or was never reached: nothing has been done there. */
    void notSent(String id) {
        set("update booking set sends = sends - 1, sent_until = :value where id = :id", id, null);
    }

    void unclear(String id, Instant lookAt) {
        set("update booking set state = 'UNKNOWN', look_at = :value where id = :id", id, lookAt);
    }

    void lookAgain(String id, Instant lookAt) {
        set("update booking set look_at = :value where id = :id", id, lookAt);
    }

    private void set(String sql, String id, @Nullable Instant value) {
        jdbi.useHandle(db -> db.createUpdate(sql)
                .bind("id", id)
                .bind("value", value == null ? null : value.toEpochMilli())
                .execute());
    }

    /** The end of asking, one way or another; false when the booking was not pending any more. */
    boolean decided(Handle db, String id, State state, @Nullable String appointmentId, Instant now, Instant eraseAt) {
        return db.createUpdate("""
                                update booking set state = :state, appointment_id = :appointment, look_at = null,
                                  changed_at = :now, erase_at = :eraseAt
                                where id = :id and state in ('SUBMITTING', 'UNKNOWN')
                                """)
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("appointment", appointmentId)
                        .bind("now", now.toEpochMilli())
                        .bind("eraseAt", eraseAt.toEpochMilli())
                        .execute()
                > 0;
    }
}
