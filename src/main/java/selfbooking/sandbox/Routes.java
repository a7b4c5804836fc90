package selfbooking.sandbox;

import static selfbooking.sandbox.server.Permission.CREATE_APPOINTMENT;
import static selfbooking.sandbox.server.Permission.CREATE_CLIENT;
import static selfbooking.sandbox.server.Permission.UPDATE_APPOINTMENT;
import static selfbooking.sandbox.server.Permission.VIEW_APPOINTMENT;
import static selfbooking.sandbox.server.Permission.VIEW_APPOINTMENTLIST;
import static selfbooking.sandbox.server.Permission.VIEW_APPOINTMENTTYPELIST;
import static selfbooking.sandbox.server.Permission.VIEW_AVAILABILITYSLOT;
import static selfbooking.sandbox.server.Permission.VIEW_CLIENT;
import static selfbooking.sandbox.server.Permission.VIEW_CLIENTLIST;
import static selfbooking.sandbox.server.Permission.VIEW_LOCATIONLIST;
import static selfbooking.sandbox.server.Permission.VIEW_PRACTITIONERLIST;

import java.util.List;
import java.util.Optional;
import selfbooking.sandbox.api.Appointments;
import selfbooking.sandbox.api.AvailabilitySlots;
import selfbooking.sandbox.api.Bookings;
import selfbooking.sandbox.api.Clients;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.console.Console;
import selfbooking.sandbox.server.Permission;
import selfbooking.sandbox.server.Route;

/** Every address of the sandbox; paths are lower case here and taken in any case, {@code v2.1} is read as {@code v2}. */
final class Routes {

    static final String CONSOLE = "/console/api/";

    private static final String API = "/api/core/v2/";

    private final List<Route> table;

    Routes(Clinic clinic, AvailabilitySlots slots, Clients clients, Appointments diary, Bookings bookings, Console c) {
        table = List.of(
                api("GET", "location/", VIEW_LOCATIONLIST, clinic::locationList),
                api("GET", "practitioner/", VIEW_PRACTITIONERLIST, clinic::practitionerList),
                api("GET", "appointmenttype/", VIEW_APPOINTMENTTYPELIST, clinic::typeList),
                api("GET", "availabilityslot/", VIEW_AVAILABILITYSLOT, slots::list),
                api("GET", "client/", VIEW_CLIENTLIST, clients::list),
                api("GET", "client/{id}", VIEW_CLIENT, clients::record),
                api("POST", "client/", CREATE_CLIENT, clients::create),
                api("GET", "appointment/", VIEW_APPOINTMENTLIST, diary::list),
                api("GET", "appointment/{id}", VIEW_APPOINTMENT, diary::record),
                api("POST", "appointment/", CREATE_APPOINTMENT, bookings::book),
                api("POST", "appointment/{id}", UPDATE_APPOINTMENT, bookings::change),
                console("GET", "appointments", c::appointments),
                console("POST", "appointments", c::book),
                console("GET", "calls", c::calls),
                console("GET", "clock", c::clock),
                console("POST", "clock", c::setClock),
                console("GET", "faults", c::faults),
                console("POST", "faults", c::arm),
                console("DELETE", "faults", c::disarm),
                console("GET", "switches", c::switches),
                console("POST", "switches", c::setSwitches));
    }

    Optional<Route> find(String method, String path) {
        String called = path.replaceFirst("(?i)^/api/core/v2\\.1/", API);
        return table.stream().filter(route -> route.matches(method, called)).findFirst();
    }

    private static Route api(String method, String path, Permission permission, Route.Action action) {
        return new Route(method, API + path, permission, action);
    }

    private static Route console(String method, String path, Route.Action action) {
        return new Route(method, CONSOLE + path, null, action);
    }
}
