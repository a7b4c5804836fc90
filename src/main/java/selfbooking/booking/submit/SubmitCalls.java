package selfbooking.booking.submit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.Step;
import selfbooking.booking.diary.Offer;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.AppointmentRecord;
import selfbooking.coreplus.api.ClientRecord;
import selfbooking.coreplus.api.NewAppointment;
import selfbooking.coreplus.api.NewClient;
import selfbooking.coreplus.gate.Lane;

/** The calls that a submit may make, each between its fault points. They throw what the API's calls throw. */
public final class SubmitCalls {

    private final Api submitting;
    private final Api verifying;
    private final FaultPoints faults;

    public SubmitCalls(Api api, FaultPoints faults) {
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
