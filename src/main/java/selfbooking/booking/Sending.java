package selfbooking.booking;

import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.answers.Answers;
import selfbooking.booking.secrets.SealedAnswers;
import selfbooking.coreplus.CoreplusException;
import selfbooking.coreplus.CoreplusException.Kind;
import selfbooking.coreplus.NewAppointment;

/** Sends one booking: finds the patient's client or has one created, and books. */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final SubmitCalls calls;
    private final Clients clients;
    private final SubmitTable table;
    private final Settling settling;
    private final SealedAnswers sealed;
    private final Clock clock;
    private final Patience patience;

    Sending(
            SubmitCalls calls,
            Clients clients,
            SubmitTable table,
            Settling settling,
            SealedAnswers sealed,
            Clock clock,
            Patience patience) {
        this.calls = calls;
        this.clients = clients;
        this.table = table;
        this.settling = settling;
        this.sealed = sealed;
        this.clock = clock;
        this.patience = patience;
    }

    /** Throws what the API throws where that leaves the booking as it was. */
    void send(BookingRow row) {
        var answers = sealed.open(row.id(), Objects.requireNonNull(row.sealed()));
        var reference = Objects.requireNonNull(row.reference());
        if (row.clientId() != null) {
            book(row, answers, row.clientId(), reference);
            return;
        }
        var match = clients.findOrCreate(row, answers, reference);
        if (match instanceof Clients.Match.One one) {
            table.clientIs(row.id(), one.clientId());
            book(row, answers, one.clientId(), reference);
        } else if (match instanceof Clients.Match.Several) {
            settling.callClinic(row, "several clients fit", null);
        } else {
            table.lookAgain(row.id(), clock.instant().plus(patience.lookEvery()));
        }
    }

    private void book(BookingRow row, Answers answers, String clientId, String reference) {
        var offer = row.offer();
        var appointment = new NewAppointment(
                offer.startsAt().toOffsetDateTime(),
                offer.endsAt().toOffsetDateTime(),
                offer.practitioner().id(),
                offer.location().id(),
                offer.type().id(),
                clientId,
                Notes.of(reference, answers));
        var now = clock.instant();
        table.sending(row, now.plus(patience.mayArrive()));
        try {
            settling.booked(row, calls.book(appointment, now.plus(patience.mayLeave())), "the diary said so");
        } catch (CoreplusException e) {
            LOG.info("booking {}: {}", row.reference(), e.getMessage());
            notBooked(row, e);
        }
    }

    private void notBooked(BookingRow row, CoreplusException e) {
        if (e.unclear()) {
            table.unclear(row.id(), clock.instant().plus(patience.lookEvery()));
        } else if (e.kind() == Kind.TAKEN && row.sends() > 0) {
            // the earlier sending may be what took the time: look before saying so
            table.unclear(row.id(), clock.instant());
        } else {
            table.notSent(row.id());
            if (e.kind() != Kind.TAKEN) {
                throw e;
            }
            settling.taken(row, "the diary said that it is taken");
        }
    }
}
