package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Permission;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Switches;

/** {@code POST Appointment/}: book, change and cancel; there is no other verb (API notes, section 4.6). */
public final class Bookings {

    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);
    private static final String TAKEN = "The selected time is not available for booking an appointment";

    private final BookingForm form;
    private final Diary diary;
    private final FreeTime freeTime;
    private final Appointments appointments;
    private final AppointmentWire wire;
    private final Switches switches;

    public Bookings(
            BookingForm form,
            Diary diary,
            FreeTime freeTime,
            Appointments appointments,
            AppointmentWire wire,
            Switches switches) {
        this.form = form;
        this.diary = diary;
        this.freeTime = freeTime;
        this.appointments = appointments;
        this.wire = wire;
        this.switches = switches;
    }

    /** Books, or cancels when the body has an id and {@code deleted}. */
    public ObjectNode book(Asked asked) {
        Body body = asked.body();
        if (body.flag("deleted")) {
            Permission.UPDATE_APPOINTMENT.require(switches);
            return cancel(appointments.found(body.id("appointmentId")), body);
        }
        if (switches.refuseJsonBooleans()) {
            form.refuseJsonBooleans(body);
        }
        Client client = form.client(body);
        boolean mobile = !client.text("phoneNumberMobile").isBlank();
        return written(new Appointment(
                UUID.randomUUID().toString(),
                diary.nextReference(),
                form.visit(body, null),
                List.of(client.id()),
                form.remarks(body, client.subject(), mobile),
                false,
                null));
    }

    public ObjectNode change(Asked asked) {
        Body body = asked.body();
        if (body.has("appointmentId") && !body.id("appointmentId").equals(asked.id())) {
            throw Refused.invalid("appointmentId is not the one in the address");
        }
        Appointment old = appointments.found(asked.id());
        if (body.flag("deleted")) {
            return cancel(old, body);
        }
        if (!old.live()) {
            throw Refused.invalid("The appointment is cancelled");
        }
        if (body.has("practitionerId")) {
            LOG.info("Ignored practitionerId on a change: it must be inside practitioner");
        }
        return written(old.changed(form.visit(body, old.visit()), form.remarks(body, old.remarks())));
    }

    private ObjectNode cancel(Appointment old, Body body) {
        Appointment.Cancellation why = new Appointment.Cancellation(
                body.text("cancellationReasonId", 50), body.text("cancellationNotes", 300));
        Appointment cancelled = old.live() ? old.cancelled(why) : old;
        diary.write(cancelled, one -> true);
        return Answer.wrapped("appointment", wire.record(cancelled, false, true));
    }

    private ObjectNode written(Appointment appointment) {
        if (!diary.write(appointment, this::fits)) {
            throw new Refused(switches.conflictStatus(), TAKEN);
        }
        return Answer.wrapped("appointment", wire.record(appointment, false, false));
    }

    /** New words on an appointment that stays where it is need no free time; a cancelled one stays cancelled. */
    private boolean fits(Appointment wanted) {
        Optional<Appointment> old = diary.find(wanted.id());
        boolean stays = old.filter(one -> one.visit().equals(wanted.visit())).isPresent();
        return old.map(Appointment::live).orElse(true) && (stays || freeTime.fits(wanted));
    }
}
