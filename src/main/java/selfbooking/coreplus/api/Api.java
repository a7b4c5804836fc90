package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.diary.Ticket;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.http.Call;
import selfbooking.coreplus.http.ConsumerLine;
import selfbooking.coreplus.http.SignedCalls;

/**
 * The calls that self-booking makes to one clinic's coreplus, each through the same gate of ten a second.
 *
 * <p>Thread safe. Every method blocks: a request waits at most 5 s (a write 20 s) for its turn at the gate, and then has
 * as long again for its whole answer. Lists are read to their last page, each page being a request. Any failure is a
 * {@link DiaryFailure}. Reads that fail quickly are repeated twice at most; writes never, but for one new signature where a
 * token was not accepted.
 */
public final class Api {

    private final ApiAddresses addresses;
    private final SignedCalls calls;
    private final Paging pages;
    private final Ticket ticket;

    /** The signer makes an Authorization header from method and address. */
    public Api(Connection connection, ConsumerLine line, BinaryOperator<String> signer, Lane lane) {
        this(new ApiAddresses(connection.url()), new SignedCalls(line, signer), new Ticket(lane));
    }

    private Api(ApiAddresses addresses, SignedCalls calls, Ticket ticket) {
        this.addresses = addresses;
        this.calls = calls;
        this.pages = new Paging(calls, ticket);
        this.ticket = ticket;
    }

    /** The same calls in another lane of the same gate. */
    public Api in(Lane lane) {
        return with(new Ticket(lane));
    }

    /** The same calls with a ticket of their own. What has left before its end can arrive for as long as its token lives, a minute more. */
    public Api with(Ticket ticket) {
        return new Api(addresses, calls, ticket);
    }

    public List<PractitionerRecord> practitioners() {
        return pages.all(
                page -> Call.read("practitioner list", addresses.practitioners(page)),
                body -> ListPage.read(body, "practitioners", FromJson::practitioner));
    }

    public List<LocationRecord> locations() {
        return pages.all(
                page -> Call.read("location list", addresses.locations(page)),
                body -> ListPage.read(body, "locations", FromJson::location));
    }

    public List<AppointmentTypeRecord> appointmentTypes() {
        return pages.all(
                page -> Call.read("appointment type list", addresses.appointmentTypes(page)),
                body -> ListPage.read(body, "appointmentTypes", FromJson::appointmentType));
    }

    /** Free times in the server's order, as it cut them. */
    public List<Timeslot> timeslots(SlotSearch search) {
        var asked = onlyOne(search.practitionerIds());
        return pages.all(
                page -> Call.read("availability", addresses.timeslots(search, page)),
                body -> ListPage.read(body, "timeslots", row -> FromJson.timeslot(row, asked)));
    }

    /** Clients whose name holds the fragment, born on the day; the caller compares names and mobile itself. */
    public List<Client> clients(String name, LocalDate dateOfBirth) {
        return pages.all(
                page -> Call.read("client list", addresses.clients(name, dateOfBirth, page)),
                body -> ListPage.read(body, "clients", FromJson::client));
    }

    /** Adds a client and returns its id; the same name and birth date twice may be refused (API notes, section 4.5). */
    public String createClient(NewClient client) {
        var json = ToJson.client(client).toString();
        return calls.make(
                ticket,
                Call.write("client create", addresses.clients(), json),
                body -> FromJson.clientId(new JsonFields(body).unwrapped("client")));
    }

    /** All appointments of the days, both included and read in the time zone; read again if the number changed meanwhile. */
    public List<Appointment> appointments(LocalDate from, LocalDate to, String timezoneId) {
        return pages.steady(
                page -> Call.read("appointment list", addresses.appointments(from, to, timezoneId, page)),
                body -> ListPage.read(body, "appointments", FromJson::appointment));
    }

    /** One appointment with its notes. */
    public Appointment appointment(String appointmentId) {
        return calls.make(
                ticket,
                Call.read("appointment record", addresses.appointment(appointmentId)),
                body -> FromJson.appointment(new JsonFields(body).unwrapped("appointment")));
    }

    /** Books; the API has no idempotency key, so that after an unclear failure the diary must be looked at first. */
    public Appointment book(NewAppointment appointment) {
        var asked = ToJson.appointment(appointment);
        return calls.make(
                ticket,
                Call.claim("appointment booking", addresses.appointments(), asked.toString()),
                body -> FromJson.appointment(overlaid(asked, body)));
    }

    Appointment change(String appointmentId, AppointmentChange change) {
        var asked = ToJson.change(change);
        var call = Call.claim("appointment change", addresses.appointment(appointmentId), asked.toString());
        return calls.make(
                ticket,
                call,
                body -> FromJson.appointment(overlaid(asked.deepCopy().put("appointmentId", appointmentId), body)));
    }

    /** Takes the appointment out of the diary. */
    public void delete(String appointmentId) {
        var json = ToJson.deletion().toString();
        calls.make(ticket, Call.write("appointment delete", addresses.appointment(appointmentId), json), body -> body);
    }

    private static @Nullable String onlyOne(List<String> ids) {
        return ids.size() == 1 ? ids.get(0) : null;
    }

    /** Only id and start are sure to be in the answer to a write; the rest is then what was asked for. */
    private static JsonFields overlaid(ObjectNode asked, JsonNode body) {
        var answered = new JsonFields(body).unwrapped("appointment").node();
        return new JsonFields(asked.deepCopy().setAll((ObjectNode) answered));
    }
}
