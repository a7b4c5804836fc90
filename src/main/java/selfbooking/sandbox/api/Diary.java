package selfbooking.sandbox.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All appointments. One lock covers looking and writing, so of two bookings of one time exactly one is written.
 */
public final class Diary {

    private static final int FIRST_REFERENCE = 7_000_001;

    private final Map<String, Appointment> appointments = new LinkedHashMap<>();
    private int references = FIRST_REFERENCE;

    /** Writes it, new or changed, if it fits; false and nothing written otherwise. */
    public synchronized boolean write(Appointment appointment, Predicate<Appointment> fits) {
        boolean written = fits.test(appointment);
        if (written) {
            appointments.put(appointment.id(), appointment);
        }
        return written;
    }

    public synchronized String nextReference() {
        return Integer.toString(references++);
    }

    synchronized Optional<Appointment> find(String id) {
        return Optional.ofNullable(appointments.get(id));
    }

    /** Every appointment, cancelled ones too, by start. */
    public synchronized List<Appointment> all() {
        return appointments.values().stream()
                .sorted(Comparator.comparing((Appointment one) -> one.time().start())
                        .thenComparing(Appointment::id))
                .toList();
    }

    /** What takes up a practitioner's time, at whichever location, within the range. */
    synchronized List<Appointment> taken(String practitionerId, Range range) {
        return appointments.values().stream()
                .filter(Appointment::live)
                .filter(one -> one.visit().practitionerId().equals(practitionerId))
                .filter(one -> one.time().overlaps(range))
                .toList();
    }

    /** Nobody else has the practitioner then. */
    public boolean clear(Appointment wanted) {
        return taken(wanted.visit().practitionerId(), wanted.time()).stream()
                .allMatch(other -> other.id().equals(wanted.id()));
    }
}
