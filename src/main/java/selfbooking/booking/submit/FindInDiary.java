package selfbooking.booking.submit;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.draft.BookingRow;

/** After an unclear end the diary itself says what became of a booking (architecture: states of a booking). */
public final class FindInDiary {

    private static final int MOST_RECORDS = 3;

    /** What the diary shows at the booking's time. */
    sealed interface Seen {
        /** The patient has the time; {@code named} says whether our reference stands in its notes. */
        record Theirs(String appointmentId, boolean named) implements Seen {}

        /** The practitioner's time is taken for somebody else. */
        record Others() implements Seen {}

        /** The time is empty. */
        record Nothing() implements Seen {}
    }

    private final SubmitCalls calls;

    public FindInDiary(SubmitCalls calls) {
        this.calls = calls;
    }

    /** Costs one call for each hundred appointments of the day, and one for each of at most three that fit. */
    Seen look(BookingRow row) {
        var slot = row.offer().slot();
        var there = calls.appointments(row.offer()).stream()
                .filter(appointment -> !appointment.cancelled())
                .filter(appointment -> appointment.practitionerId().equalsIgnoreCase(slot.practitionerId()))
                .toList();
        var theirs = there.stream()
                .filter(appointment -> appointment.start().equals(slot.start()))
                .filter(hasClient(Objects.requireNonNull(row.clientId())))
                .toList();
        if (!theirs.isEmpty()) {
            return theirs(theirs, Objects.requireNonNull(row.reference()));
        }
        boolean inTheWay =
                there.stream().anyMatch(appointment -> slot.overlaps(appointment.start(), appointment.end()));
        return inTheWay ? new Seen.Others() : new Seen.Nothing();
    }

    private static Predicate<Appointment> hasClient(String clientId) {
        return appointment -> appointment.clientIds().stream().anyMatch(id -> id.equalsIgnoreCase(clientId));
    }

    /** Whether named or not: the patient has that time. */
    private Seen theirs(List<Appointment> theirs, String reference) {
        var named = theirs.stream()
                .limit(MOST_RECORDS)
                .map(one -> calls.appointment(one.appointmentId()))
                .filter(one -> one.notes() != null && one.notes().contains(reference))
                .findFirst();
        return named.map(one -> new Seen.Theirs(one.appointmentId(), true))
                .orElseGet(() -> new Seen.Theirs(theirs.get(0).appointmentId(), false));
    }
}
