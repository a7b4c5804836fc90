package selfbooking.booking.submit;

import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.privacy.SealedAnswers;

/** Sends one booking: finds the patient's client or has one created, and books. */
public final class BookInDiary {

    private static final Logger LOG = LoggerFactory.getLogger(BookInDiary.class);

    private final SubmitCalls calls;
    private final PatientMatch clients;
    private final SubmitTable table;
    private final RecordOutcome settling;
    private final SealedAnswers sealed;
    private final Clock clock;
    private final SubmitTimings patience;

    public BookInDiary(
            SubmitCalls calls,
            PatientMatch clients,
            SubmitTable table,
            RecordOutcome settling,
            SealedAnswers sealed,
            Clock clock,
            SubmitTimings patience) {
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
        if (match instanceof PatientMatch.Match.One one) {
            book(row, answers, one.clientId(), reference);
        } else if (match instanceof PatientMatch.Match.Several) {
            settling.callClinic(row, "several clients fit", null);
        } else {
            table.lookAgain(row, clock.instant().plus(patience.lookEvery()));
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
        table.sending(row, clientId, now.plus(patience.mayArrive()));
        try {
            settling.booked(row, calls.book(appointment, now.plus(patience.mayLeave())), "the diary said so");
        } catch (DiaryFailure e) {
            LOG.info("booking {}: {}", row.reference(), e.getMessage());
            notBooked(row, e);
        }
    }

    private void notBooked(BookingRow row, DiaryFailure e) {
        if (e.unclear()) {
            table.unclear(row, clock.instant().plus(patience.lookEvery()));
        } else if (e.kind() == Kind.TAKEN && row.sends() > 0) {
            // the earlier sending may be what took the time: look before saying so
            table.unclear(row, clock.instant());
        } else {
            table.notSent(row);
            if (e.kind() != Kind.TAKEN) {
                throw e;
            }
            settling.taken(row, "the diary said that it is taken");
        }
    }
}
