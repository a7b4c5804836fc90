package selfbooking.booking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import selfbooking.SandboxConsole;
import selfbooking.SetClock;
import selfbooking.TestRooms;
import selfbooking.TestStore;
import selfbooking.booking.diary.DiaryPort;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.privacy.AppSecret;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.Times;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateway;
import selfbooking.coreplus.Gateways;
import selfbooking.coreplus.api.Api;
import selfbooking.sandbox.Sandbox;
import selfbooking.store.Store;
import selfbooking.web.server.WaitingRoom;

/** A clinic's desk over a sandbox of its own, with a clock that the test sets. */
public final class OpenDesk implements AutoCloseable {

    public static final Clinic CLINIC = new Clinic(
            "clinic",
            "Harbour Street Clinic",
            "02 5550 1234",
            178,
            null,
            List.of(),
            Clinic.DEFAULT_NOTICE,
            Clinic.DEFAULT_HORIZON_WEEKS);
    public static final AppSecret SECRET = new AppSecret("a secret of this installation only");
    /** An address that is not counted. */
    public static final InetAddress HERE = InetAddress.getLoopbackAddress();

    public static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    public final SetClock clock = new SetClock();
    public final WaitingRoom room = TestRooms.patient();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LocalDate someDaysAway = LocalDate.now(clock).plusDays(3);
    public final Sandbox sandbox = Sandbox.start(0, clock);
    public final SandboxConsole console = new SandboxConsole(sandbox.url());
    public final TcpProxy proxy = TcpProxy.to(URI.create(sandbox.url()).getPort());
    public final Store store;
    public final Gateway gateway;
    public final Connection connection;
    public final Api api;
    public final DiaryPort port;
    private final SubmitTimings patience;
    private FaultPoints faults = FaultPoints.NONE;
    private SecureRandom random = new SecureRandom();
    public Desk desk;

    public OpenDesk(Path folder) {
        this(folder, SubmitTimings.USUAL);
    }

    public OpenDesk(Path folder, SubmitTimings patience) {
        this(TestStore.open(folder), patience);
    }

    /** Closes the store too. */
    public OpenDesk(Store store, SubmitTimings patience) {
        this(store, patience, false);
    }

    private OpenDesk(Store store, SubmitTimings patience, boolean atUsualPace) {
        this.patience = patience;
        this.store = store;
        gateway = atUsualPace ? Gateways.usual(clock, meters) : Gateways.quick(clock, meters);
        var through = "http://127.0.0.1:" + proxy.port();
        if (!atUsualPace) {
            console.switches("{\"callsPerSecond\":1000}");
        }
        connection =
                Gateways.connection(List.of(through, sandbox.consumerId(), sandbox.secret(), sandbox.accessToken()));
        api = Gateways.api(gateway, connection);
        port = gateway.diary(connection);
        desk = open();
    }

    /** Ten calls a second, as in the product; others need not wait for their turn. */
    public static OpenDesk atUsualPace(Path folder) {
        return new OpenDesk(TestStore.open(folder), SubmitTimings.USUAL, true);
    }

    public SubmitTimings patience() {
        return patience;
    }

    /** One more instance on the same tables. */
    public Desk open() {
        return open(SECRET);
    }

    private Desk open(AppSecret secret) {
        return Desk.open(Desks.setup(CLINIC, port, store, secret, random, room, clock, patience, faults));
    }

    /** What a restart does: all that is not in the tables is forgotten. */
    public void reopen() {
        desk.close();
        desk = open();
    }

    /** The same, and from then on it breaks off at that point. */
    public void reopen(String faultPoint) {
        faults = FaultPoints.of(faultPoint);
        reopen();
    }

    /** The same, and from then on that is what chance is. */
    public void reopen(SecureRandom chance) {
        random = chance;
        reopen();
    }

    /** A restart after a change of APP_SECRET. */
    public void reopen(AppSecret secret) {
        desk.close();
        desk = open(secret);
    }

    public Bookings bookings() {
        return desk.bookings();
    }

    public Times times() {
        return desk.times();
    }

    /** A time some days away, so that none of its neighbours is too soon. */
    public Offer freeTime() {
        return freeTimes().get(0);
    }

    public List<Offer> freeTimes() {
        var query = new Query(null, List.of(), null, null, someDaysAway);
        return times().search(query, null).days().stream()
                .flatMap(day -> day.offers().stream())
                .toList();
    }

    /** The key of a draft that holds the time and has its answers. */
    public String filledIn(Slot slot, Answers answers) {
        var key = held(slot);
        bookings().answer(key, answers);
        return key;
    }

    public String held(Slot slot) {
        return ((TapResult.Held) bookings().start(slot, HERE)).key();
    }

    /** Sends the draft as its check page would and waits until it is decided. */
    public Booking send(String key) {
        var seen = find(key).revision();
        bookings().submit(key, seen);
        return bookings().await(key, LONG_ENOUGH).orElseThrow();
    }

    public Booking find(String key) {
        return bookings().find(key).orElseThrow();
    }

    /** As it lies in the table. */
    public BookingRow row(String key) {
        return new BookingTable(store.jdbi(), CLINIC.slug()).find(key).orElseThrow();
    }

    /** What a query for one number finds in the tables. */
    public long number(String sql) {
        return store.jdbi().withHandle(db -> db.select(sql).mapTo(long.class).one());
    }

    public int receptionTakes(Offer offer) {
        return receptionTakes(offer, "");
    }

    /** For that client. */
    public int receptionTakes(Offer offer, String clientId) {
        return console.receptionBooks(
                offer.practitioner().id(),
                offer.location().id(),
                offer.startsAt().toOffsetDateTime().toString(),
                offer.endsAt().toOffsetDateTime().toString(),
                clientId);
    }

    public long posts(String path) {
        return console.calls().stream()
                .filter(call -> call.path("method").asText().equals("POST"))
                .filter(call ->
                        call.path("path").asText().toLowerCase(Locale.ROOT).contains(path))
                .count();
    }

    @Override
    public void close() {
        desk.close();
        gateway.close();
        proxy.close();
        sandbox.close();
        store.close();
    }
}
