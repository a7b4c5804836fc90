package selfbooking.sandbox;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import selfbooking.sandbox.api.AppointmentWire;
import selfbooking.sandbox.api.Appointments;
import selfbooking.sandbox.api.AvailabilitySlots;
import selfbooking.sandbox.api.BookingForm;
import selfbooking.sandbox.api.Bookings;
import selfbooking.sandbox.api.ClientBook;
import selfbooking.sandbox.api.Clients;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.api.Diary;
import selfbooking.sandbox.api.FreeTime;
import selfbooking.sandbox.console.CallsLog;
import selfbooking.sandbox.console.Console;
import selfbooking.sandbox.console.Reception;
import selfbooking.sandbox.console.SandboxClock;
import selfbooking.sandbox.demonstration.Demonstration;
import selfbooking.sandbox.faults.Faults;
import selfbooking.sandbox.server.Switches;
import selfbooking.sandbox.server.TokenCheck;

/**
 * A stand-in for the coreplus server on 127.0.0.1 with one demonstration clinic, in memory, forgotten at
 * {@link #close()}. Safe to call from any thread; its credentials are new at every start.
 */
public final class Sandbox implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 40;

    private final Javalin server;
    private final TokenCheck.Credentials credentials;

    private Sandbox(Javalin server, TokenCheck.Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    /** Listens on the port, 0 for any free one; the clinic's diary is laid out around the clock's today. */
    public static Sandbox start(int port, Clock clock) {
        TokenCheck.Credentials credentials = TokenCheck.Credentials.random(new SecureRandom());
        Door door = door(credentials, new SandboxClock(clock));
        return new Sandbox(Javalin.create(config -> configure(config, door)).start(HOST, port), credentials);
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return "http://" + HOST + ":" + server.port();
    }

    /** The application's Consumer Id. */
    public String consumerId() {
        return credentials.consumerId();
    }

    /** The Consumer Secret; it looks like base64, but its characters are the key. */
    public String secret() {
        return credentials.secret();
    }

    /** The Access Token with which the demonstration clinic let the application in. */
    public String accessToken() {
        return credentials.accessToken();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, Door door) {
        config.startup.showJavalinBanner = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        config.routes.before(door::enter);
    }

    private static Door door(TokenCheck.Credentials credentials, SandboxClock clock) {
        Demonstration demonstration = Demonstration.open(clock);
        Clinic clinic = demonstration.clinic();
        ClientBook book = demonstration.clients();
        Diary diary = demonstration.diary();
        Switches switches = new Switches();
        CallsLog calls = new CallsLog(clock.instant());
        Faults faults = new Faults();
        AppointmentWire wire = new AppointmentWire(clinic);
        FreeTime free = new FreeTime(clinic, diary, clock);
        Appointments appointments = new Appointments(clinic, diary, wire, switches);
        Routes routes = new Routes(
                clinic,
                new AvailabilitySlots(clinic, free, switches, clock),
                new Clients(book, switches),
                appointments,
                new Bookings(new BookingForm(clinic, book), diary, free, appointments, wire, switches),
                new Console(diary, new Reception(clinic, diary, book, wire), calls, faults, switches, clock));
        return new Door(routes, new TokenCheck(credentials, clock), calls, faults, switches, clock);
    }
}
