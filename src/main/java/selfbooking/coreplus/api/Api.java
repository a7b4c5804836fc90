package selfbooking.coreplus.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.gate.Lane;
import selfbooking.coreplus.gate.NotSent;
import selfbooking.coreplus.http.Call;
import selfbooking.coreplus.http.ConsumerLine;
import selfbooking.coreplus.http.CoreplusException;
import selfbooking.coreplus.http.SignedCalls;

/**
 * The calls that self-booking makes to one clinic's coreplus, each through the same gate of ten a second.
 *
 * <p>Thread safe. Every method blocks: a request waits at most 5 s (a write 20 s) for its turn at the gate, and then has
 * as long again for its whole answer. Lists are read to their last page, each page being a request. Any failure is a
 * {@link CoreplusException}. Reads that fail quickly are repeated twice at most; writes never, but for one new signature where a
 * token was not accepted.
 */
public final class Api {

    private final Connection connection;
    private final ConsumerLine line;
    private final BinaryOperator<String> signer;
    private final Supplier<Lane> lane;
    private final ApiAddresses addresses;
    private final SignedCalls calls;
    private final Paging pages;

    /** The signer makes an Authorization header from method and address. */
    public Api(Connection connection, ConsumerLine line, BinaryOperator<String> signer, Supplier<Lane> lane) {
        this.connection = connection;
        this.line = line;
        this.signer = signer;
        this.lane = lane;
        this.addresses = new ApiAddresses(connection.url());
        this.calls = new SignedCalls(line, signer, lane);
        this.pages = new Paging(calls);
    }

    /** The same calls in another lane of the same gate. */
    public Api in(Lane lane) {
        return in(() -> lane);
    }

    /** The same calls, each in the lane that is right when it is made. */
    public Api in(Supplier<Lane> lane) {
        return new Api(connection, line, signer, lane);
    }

    /**
     * The same calls, kept back once that moment has passed by the clock that the gateway was given. What has left before can arrive for as
     * long as its token lives, a minute more.
     */
    public Api before(Instant latest) {
        BinaryOperator<String> inTime = (method, url) -> {
            if (line.clock().isPast(latest)) {
                throw new NotSent("it is too late for it");
            }
            return signer.apply(method, url);
        };
        return new Api(connection, line, inTime, lane);
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
    public List<ClientRecord> clients(String name, LocalDate dateOfBirth) {
        return pages.all(
                page -> Call.read("client list", addresses.clients(name, dateOfBirth, page)),
                body -> ListPage.read(body, "clients", FromJson::client));
    }

    /** Adds a client and returns its id; the same name and birth date twice may be refused (API notes, section 4.5). */
    public String createClient(NewClient client) {
        var json = ToJson.client(client).toString();
        return calls.make(
                Call.write("client create", addresses.clients(), json),
                body -> FromJson.clientId(new JsonFields(body).unwrapped("client")));
    }

    /** All appointments of the days, both included and read in the time zone; read again if the number changed meanwhile. */
    public List<AppointmentRecord> appointments(LocalDate from, LocalDate to, String timezoneId) {
        return pages.steady(
                page -> Call.read("appointment list", addresses.appointments(from, to, timezoneId, page)),
                body -> ListPage.read(body, "appointments", FromJson::appointment));
    }

    /** One appointment with its notes. */
    public AppointmentRecord appointment(String appointmentId) {
        return calls.make(
                Call.read("appointment record", addresses.appointment(appointmentId)),
                body -> FromJson.appointment(new JsonFields(body).unwrapped("appointment")));
    }

    /** Books; the API has no idempotency key, so that after an unclear failure the diary must be looked at first. */
    public AppointmentRecord book(NewAppointment appointment) {
        var asked = ToJson.appointment(appointment);
        return calls.make(
                Call.claim("appointment booking", addresses.appointments(), asked.toString()),
                body -> FromJson.appointment(overlaid(asked, body)));
    }

    AppointmentRecord change(String appointmentId, AppointmentChange change) {
        var asked = ToJson.change(change);
        var call = Call.claim("appointment change", addresses.appointment(appointmentId), asked.toString());
        return calls.make(
                call,
                body -> FromJson.appointment(overlaid(asked.deepCopy().put("appointmentId", appointmentId), body)));
    }

    /** Takes the appointment out of the diary. */
    public void delete(String appointmentId) {
        var json = ToJson.deletion().toString();
        calls.make(Call.write("appointment delete", addresses.appointment(appointmentId), json), body -> body);
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
