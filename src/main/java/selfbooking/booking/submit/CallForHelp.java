package selfbooking.booking.submit;

import java.util.Objects;
import org.jdbi.v3.core.Handle;
import selfbooking.booking.draft.BookingRow;
import selfbooking.notice.CallClinic;
import selfbooking.notice.Outbox;

/** Tells the clinic by mail of a booking that a person there has to sort out. */
public final class CallForHelp {

    private final Outbox outbox;
    private final String clinic;

    public CallForHelp(Outbox outbox, String clinic) {
        this.outbox = outbox;
        this.clinic = clinic;
    }

    /** Takes part in the transaction that makes the booking one for the clinic. */
    void send(Handle db, BookingRow row) {
        var offer = row.offer();
        outbox.callClinic(
                db,
                clinic,
                new CallClinic(
                        Objects.requireNonNull(row.reference()),
                        offer.practitioner().name(),
                        offer.location().name(),
                        offer.type().name() + ", " + offer.type().minutes() + " minutes",
                        offer.startsAt()));
    }
}
