package selfbooking.notice;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Mail on its way. A row is written to only by whoever holds its claim. */
final class OutboxTable {

    private final Jdbi jdbi;

    OutboxTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static void insert(Handle db, String id, String clinic, String recipient, Letter letter, Instant now) {
        db.createUpdate("""
                        insert into outbox (id, clinic, recipient, subject, body, attempts, next_at, created_at)
                        values (:id, :clinic, :recipient, :subject, :body, 0, :now, :now)
                        """)
                .bind("id", id)
                .bind("clinic", clinic)
                .bind("recipient", recipient)
                .bind("subject", letter.subject())
                .bind("body", letter.body())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /**
     * Takes the mail that is due longest, for that worker alone until the lease ends. The outer conditions are looked at once more by a
     * database that let two workers choose the same row.
     */
    Optional<Mail> claimDue(String worker, Instant now, Instant until) {
        return jdbi.inTransaction(db -> db.createQuery("""
                        update outbox set claimed_by = :worker, claimed_until = :until, attempts = attempts + 1
                        where id = (
                            select id from outbox
                            where next_at <= :now and (claimed_until is null or claimed_until <= :now)
                            order by next_at limit 1)
                          and next_at <= :now and (claimed_until is null or claimed_until <= :now)
                        returning id, recipient, subject, body, attempts, created_at
                        """)
                .bind("worker", worker)
                .bind("now", now.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new Mail(
                        row.getString("id"),
                        row.getString("recipient"),
                        new Letter(row.getString("subject"), row.getString("body")),
                        row.getInt("attempts"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .findOne());
    }

    void sent(String id, String worker, Instant now) {
        finish("set next_at = null, claimed_by = null, claimed_until = null, sent_at = :at", id, worker, now);
    }

    void later(String id, String worker, Instant next) {
        finish("set next_at = :at, claimed_by = null, claimed_until = null", id, worker, next);
    }

    void giveUp(String id, String worker, Instant now) {
        finish("""
                set next_at = null, claimed_by = null, claimed_until = null, given_up_at = :at,
                  recipient = null, body = null
                """, id, worker, now);
    }

    private void finish(String change, String id, String worker, Instant at) {
        jdbi.useHandle(db -> db.createUpdate("update outbox " + change + " where id = :id and claimed_by = :worker")
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .bind("worker", worker)
                .execute());
    }

    void eraseSentBefore(Instant moment) {
        jdbi.useHandle(db -> db.createUpdate(
                        "update outbox set recipient = null, body = null where body is not null and sent_at <= :moment")
                .bind("moment", moment.toEpochMilli())
                .execute());
    }
}
