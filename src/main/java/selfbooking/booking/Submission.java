package selfbooking.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.answers.Answers;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.Slot;
import selfbooking.coreplus.Api;
import selfbooking.coreplus.AppointmentRecord;
import selfbooking.coreplus.CoreplusException;
import selfbooking.coreplus.CoreplusException.Kind;
import selfbooking.coreplus.Lane;
import selfbooking.coreplus.NewAppointment;

/**
 * One step of a booking that was sent: sends it, or looks for it in the diary after an unclear end. The same code serves a fresh booking
 * and one found after a restart, since all it knows is in the table. A booking leaves a second time only when the first one can no
 * longer arrive and is not in the diary.
 */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final int MOST_SENDS = 2;
    /** Until the diary's new answer is surely the one that is shown. */
    private static final Duration HIDE_BOOKED = Duration.ofMinutes(2);

    private final Api submitting;
    private final Api verifying;
    private final Diary diary;
    private final Clients clients;
    private final SubmitTable table;
    private final HoldTable holds;
    private final SealedAnswers sealed;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Patience patience;

    Submission(
            Api api,
            Diary diary,
            Clients clients,
            SubmitTable table,
            HoldTable holds,
            SealedAnswers sealed,
            Jdbi jdbi,
            Clock clock,
            Patience patience) {
        this.submitting = api.in(Lane.SUBMIT);
        this.verifying = api.in(Lane.VERIFY);
        this.diary = diary;
        this.clients = clients;
        this.table = table;
        this.holds = holds;
        this.sealed = sealed;
        this.jdbi = jdbi;
        this.clock = clock;
        this.patience = patience;
    }

    /** Takes the booking one step on, if it is still pending; never throws what the API throws. */
    void advance(String id) {
        var found = table.pending(id);
        if (found.isEmpty()) {
            return;
        }
        var row = found.get();
        try {
            if (row.maybeInDiary()) {
                look(row);
            } else if (late(row)) {
                callClinic(row);
            } else {
                send(row);
            }
        } catch (CoreplusException e) {
            LOG.warn("booking {}: {}", row.reference(), e.getMessage());
            afterFailedRead(row, e);
        }
    }

    /** Nothing is sent or waited for any more; but what was sent before is looked for once, as after a long stop. */
    private boolean late(BookingRow row) {
        return Objects.requireNonNull(row.askedAt()).plus(patience.giveUp()).isBefore(clock.instant());
    }

    private void afterFailedRead(BookingRow row, CoreplusException e) {
        var passing = e.unclear() || e.kind() == Kind.UNREACHABLE || e.kind() == Kind.TOO_MANY;
        if (!late(row) && (passing || row.maybeInDiary())) {
            table.lookAgain(row.id(), soon());
        } else {
            callClinic(row);
        }
    }

    private void send(BookingRow row) {
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
            callClinic(row);
        } else {
            table.lookAgain(row.id(), soon());
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
        table.sending(row.id(), clock.instant().plus(patience.mayArrive()));
        try {
            booked(row, submitting.book(appointment).appointmentId());
        } catch (CoreplusException e) {
            LOG.info("booking {}: {}", row.reference(), e.getMessage());
            notBooked(row, e);
        }
    }

    private void notBooked(BookingRow row, CoreplusException e) {
        if (e.unclear()) {
            table.unclear(row.id(), soon());
        } else if (e.kind() == Kind.TAKEN && row.sends() > 0) {
            // the earlier sending may be what took the time: look before saying so
            table.unclear(row.id(), clock.instant());
        } else {
            table.notSent(row.id());
            if (e.kind() == Kind.TAKEN) {
                taken(row);
            } else {
                afterFailedRead(row, e);
            }
        }
    }

    /** After an unclear end the diary itself says what became of it. */
    private void look(BookingRow row) {
        var offer = row.offer();
        var there = verifying
                .appointments(offer.day(), offer.day(), offer.location().timezoneId())
                .stream()
                .filter(appointment -> !appointment.cancelled())
                .filter(appointment ->
                        appointment.practitionerId().equals(offer.practitioner().id()))
                .toList();
        var ours = there.stream()
                .filter(appointment -> appointment.start().equals(offer.slot().start()))
                .filter(appointment -> appointment.clientIds().contains(row.clientId()))
                .findFirst();
        if (ours.isPresent()) {
            booked(row, ours.get().appointmentId());
        } else if (there.stream().anyMatch(appointment -> inTheWay(appointment, offer.slot()))) {
            taken(row);
        } else if (late(row)) {
            callClinic(row);
        } else if (clock.instant().isBefore(Objects.requireNonNull(row.sentUntil()))) {
            table.lookAgain(row.id(), soon());
        } else if (row.sends() < MOST_SENDS) {
            send(row);
        } else {
            callClinic(row);
        }
    }

    private static boolean inTheWay(AppointmentRecord appointment, Slot slot) {
        return slot.overlaps(appointment.start(), appointment.end());
    }

    private Instant soon() {
        return clock.instant().plus(patience.lookEvery());
    }

    private void booked(BookingRow row, String appointmentId) {
        diary.drop(row.offer().day());
        var eraseAt = row.offer().slot().end().plus(Duration.ofHours(24));
        jdbi.useTransaction(db -> {
            table.decided(db, row.id(), State.BOOKED, appointmentId, clock.instant(), eraseAt);
            holds.endAt(db, row.id(), clock.instant().plus(HIDE_BOOKED));
        });
        LOG.info("booking {} is in the diary", row.reference());
    }

    private void taken(BookingRow row) {
        diary.drop(row.offer().day());
        var eraseAt = clock.instant().plus(Bookings.ANSWERS_STAY);
        jdbi.useTransaction(db -> {
            table.decided(db, row.id(), State.TAKEN, null, clock.instant(), eraseAt);
            holds.free(db, row.id());
        });
        LOG.info("booking {}: the time was taken", row.reference());
    }

    /** Its time stays claimed only if the diary may have it. */
    private void callClinic(BookingRow row) {
        var eraseAt = Handover.unclearStaysUntil(row.offer());
        jdbi.useTransaction(db -> {
            table.decided(db, row.id(), State.CALL_CLINIC, null, clock.instant(), eraseAt);
            if (!row.maybeInDiary()) {
                holds.free(db, row.id());
            }
        });
        LOG.warn("booking {} needs a person at the clinic", row.reference());
    }
}
