package selfbooking.booking.privacy;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Kept answers of one clinic that a change of secret left behind. */
final class ResealTable {

    /** The text that is kept of a booking's answers. */
    record Sealed(String bookingId, String text) {}

    private final Jdbi jdbi;
    private final String clinic;

    ResealTable(Jdbi jdbi, String clinic) {
        this.jdbi = jdbi;
        this.clinic = clinic;
    }

    List<Sealed> notBeginningWith(String beginning) {
        return jdbi.withHandle(db -> db.createQuery("""
                        select id, answers from booking
                        where clinic = :clinic and answers is not null and answers not like :beginning
                        """)
                .bind("clinic", clinic)
                .bind("beginning", beginning + "%")
                .map((row, context) -> new Sealed(row.getString("id"), row.getString("answers")))
                .list());
    }

    /** Only while it is still the text that was read: a patient may have changed the answers meanwhile. */
    void replace(Sealed old, String text) {
        jdbi.useHandle(db -> db.createUpdate("update booking set answers = :text where id = :id and answers = :old")
                .bind("text", text)
                .bind("id", old.bookingId())
                .bind("old", old.text())
                .execute());
    }
}
