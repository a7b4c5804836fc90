package selfbooking.booking.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a clinic's diary must be able to do, in our words: the seam to a second diary system. Thread safe. Every method blocks until the
 * diary has answered, and throws {@link DiaryFailure} when the diary did not do what was asked.
 */
public interface DiaryPort {

    /** Who practises at the clinic, where, and what for. The ticket may be promoted while the call waits. */
    Catalogue catalogue(Ticket ticket);

    /** All free times of one appointment type in one week of the clinic's zone. */
    Week week(Catalogue catalogue, WeekKey key, Ticket ticket);

    /** Clients whose name holds the fragment, born on the day; the caller compares names and mobile. */
    List<Client> clients(String familyName, LocalDate born);

    /** Adds a client, unless {@code latest} has passed before the call leaves; returns the client's id. */
    String createClient(NewClient client, Instant latest);

    /**
     * Books an appointment, unless {@code latest} has passed before the call leaves. A diary need not know a booking that comes twice: after
     * an unclear failure the appointments must be read first.
     *
     * @return the appointment's id
     */
    String book(NewAppointment appointment, Instant latest);

    /** All appointments of the offer's day at its location's clock, cancelled ones and other practitioners' included; without notes. */
    List<Appointment> appointments(Offer offer);

    /** One appointment with its notes. */
    Appointment appointment(String appointmentId);
}
