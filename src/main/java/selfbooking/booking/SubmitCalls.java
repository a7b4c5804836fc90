package selfbooking.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import selfbooking.booking.diary.Offer;
import selfbooking.coreplus.Api;
import selfbooking.coreplus.AppointmentRecord;
import selfbooking.coreplus.ClientRecord;
import selfbooking.coreplus.Lane;
import selfbooking.coreplus.NewAppointment;
import selfbooking.coreplus.NewClient;

/** The calls that a submit may make, each between its fault points. They throw what the API's calls throw. */
final class SubmitCalls {

    private final Api submitting;
    private final Api verifying;
    private final FaultPoints faults;

    SubmitCalls(Api api, FaultPoints faults) {
        this.submitting = api.in(Lane.SUBMIT);
        this.verifying = api.in(Lane.VERIFY);
        this.faults = faults;
    }

    List<ClientRecord> clients(String familyName, LocalDate born) {
        return faults.around(Step.SEARCH_CLIENTS, () -> submitting.clients(familyName, born));
    }

    /** The new client's id; nothing leaves after {@code latest}. */
    String createClient(NewClient client, Instant latest) {
        return faults.around(Step.CREATE_CLIENT, () -> submitting.before(latest).createClient(client));
    }

    /** The new appointment's id; nothing leaves after {@code latest}. */
    String book(NewAppointment appointment, Instant latest) {
        return faults.around(
                Step.BOOK, () -> submitting.before(latest).book(appointment).appointmentId());
    }

    /** All appointments of the offer's day, the practitioner's and others', live ones and cancelled ones. */
    List<AppointmentRecord> appointments(Offer offer) {
        return faults.around(
                Step.LIST_APPOINTMENTS,
                () -> verifying.appointments(
                        offer.day(), offer.day(), offer.location().timezoneId()));
    }

    /** One appointment with its notes. */
    AppointmentRecord appointment(String appointmentId) {
        return faults.around(Step.READ_APPOINTMENT, () -> verifying.appointment(appointmentId));
    }
}
