package selfbooking.booking.submit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.Step;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.diary.Offer;

/** The calls that a submit may make, each between its fault points. They throw what the diary throws. */
public final class SubmitCalls {

    private final DiaryPort diary;
    private final FaultPoints faults;

    public SubmitCalls(DiaryPort diary, FaultPoints faults) {
        this.diary = diary;
        this.faults = faults;
    }

    List<Client> clients(String familyName, LocalDate born) {
        return faults.around(Step.SEARCH_CLIENTS, () -> diary.clients(familyName, born));
    }

    /** The new client's id; nothing leaves after {@code latest}. */
    String createClient(NewClient client, Instant latest) {
        return faults.around(Step.CREATE_CLIENT, () -> diary.createClient(client, latest));
    }

    /** The new appointment's id; nothing leaves after {@code latest}. */
    String book(NewAppointment appointment, Instant latest) {
        return faults.around(Step.BOOK, () -> diary.book(appointment, latest));
    }

    /** All appointments of the offer's day, the practitioner's and others', live ones and cancelled ones. */
    List<Appointment> appointments(Offer offer) {
        return faults.around(Step.LIST_APPOINTMENTS, () -> diary.appointments(offer));
    }

    /** One appointment with its notes. */
    Appointment appointment(String appointmentId) {
        return faults.around(Step.READ_APPOINTMENT, () -> diary.appointment(appointmentId));
    }
}
