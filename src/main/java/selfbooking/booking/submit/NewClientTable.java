package selfbooking.booking.submit;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Which patients are being created as clients right now, each known by a keyed digest only. */
final class NewClientTable {

    private NewClientTable() {}

    /** False if, when they were searched for, another booking's create of the same person could still arrive. */
    static boolean claim(Handle db, String clinic, String person, String bookingId, Instant searched, Instant until) {
        return db.createUpdate("""
                                insert into new_client (clinic, person, booking_id, claimed_until)
                                values (:clinic, :person, :booking, :until)
                                on conflict (clinic, person) do update
                                set booking_id = excluded.booking_id, claimed_until = excluded.claimed_until
                                where new_client.booking_id = excluded.booking_id or new_client.claimed_until <= :searched
                                """)
                        .bind("clinic", clinic)
                        .bind("person", person)
                        .bind("booking", bookingId)
                        .bind("until", until.toEpochMilli())
                        .bind("searched", searched.toEpochMilli())
                        .execute()
                > 0;
    }

    static void free(Handle db, String bookingId) {
        db.createUpdate("delete from new_client where booking_id = :booking")
                .bind("booking", bookingId)
                .execute();
    }

    static void forgetEndedBefore(Handle db, Instant now) {
        db.createUpdate("delete from new_client where claimed_until <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
