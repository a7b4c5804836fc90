package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Switches;

/** {@code Appointment/}: list and record; cancelled ones are hidden from the list only, unless a switch says otherwise. */
public final class Appointments {

    private final Clinic clinic;
    private final Diary diary;
    private final AppointmentWire wire;
    private final Switches switches;

    public Appointments(Clinic clinic, Diary diary, AppointmentWire wire, Switches switches) {
        this.clinic = clinic;
        this.diary = diary;
        this.wire = wire;
        this.switches = switches;
    }

    public ObjectNode list(Asked asked) {
        Days days = Days.of(asked, clinic);
        boolean names = asked.flag("getPractitionerProfiles");
        List<Appointment> shown = diary.all().stream()
                .filter(one -> one.live() || switches.cancelledListed())
                .filter(this::visible)
                .filter(one -> days.range().contains(one.time().start()))
                .toList();
        return Answer.page("appointments", shown, asked.page(), one -> wire.row(one, days.zone(), names));
    }

    public ObjectNode record(Asked asked) {
        Appointment one = found(asked.id());
        boolean names = asked.flag("getPractitionerProfiles");
        // A flag in spite of its name.
        boolean why = asked.flag("cancellationId");
        return Answer.wrapped("appointment", wire.record(one, names, why));
    }

    /** One that the API may see. */
    Appointment found(String id) {
        return diary.find(id).filter(this::visible).orElseThrow(() -> Refused.unknown("Appointment"));
    }

    private boolean visible(Appointment appointment) {
        return clinic.publishes(appointment.visit().practitionerId());
    }
}
