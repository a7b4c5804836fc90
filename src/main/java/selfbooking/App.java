package selfbooking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import selfbooking.booking.Codes;
import selfbooking.booking.Desk;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.privacy.AppSecret;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateway;
import selfbooking.coreplus.gate.Permits;
import selfbooking.coreplus.gate.SharedPermits;
import selfbooking.notice.Outbox;
import selfbooking.notice.Post;
import selfbooking.sandbox.Sandbox;
import selfbooking.settings.KeptSecret;
import selfbooking.settings.Settings;
import selfbooking.settings.Variables;
import selfbooking.store.Store;
import selfbooking.web.WebServer;
import selfbooking.web.server.TrustedProxies;
import selfbooking.web.server.WaitingRoom;

/** The running application: every room wired by hand, closed in the opposite order. */
final class App implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Sandbox sandbox;
    private int port;
    private String slug = "";

    private App() {}

    /**
     * What only a test has otherwise.
     *
     * @param sandboxClock the demonstration's
     * @param faults where a submit breaks off
     */
    record Conditions(Clock clock, Clock sandboxClock, SubmitTimings timings, FaultPoints faults) {

        static Conditions usual(Clock clock) {
            return new Conditions(clock, clock, SubmitTimings.USUAL, FaultPoints.NONE);
        }
    }

    /** Opens the store, the diary and the pages. */
    static App start(Settings settings, Conditions conditions) {
        var app = new App();
        try {
            app.open(settings, conditions);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private void open(Settings settings, Conditions conditions) {
        var meters = meters();
        var timer = timer();
        var room = new WaitingRoom(System::nanoTime, timer);
        var store = keep(store(settings));
        var desk = keep(Desk.open(desk(settings, conditions, store, room, timer, meters)));
        var web = keep(WebServer.start(new WebServer.Wiring(
                settings.get(Variables.PORT),
                List.of(desk),
                room,
                settings.demonstration(),
                settings.live(),
                settings.find(Variables.BASE_URL),
                Objects.requireNonNullElse(settings.find(Variables.TRUSTED_PROXIES), TrustedProxies.NONE),
                store::ready,
                desk::diaryReachable,
                new WebServer.Metering(meters, meters::scrape, settings.find(Variables.METRICS_TOKEN)),
                conditions.clock())));
        port = web.port();
        slug = desk.clinic().slug();
    }

    private static PrometheusMeterRegistry meters() {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        return meters;
    }

    /** Ends whatever waits too long; what it starts runs elsewhere. */
    private ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        opened.push(timer::shutdownNow);
        return timer;
    }

    private Desk.Setup desk(
            Settings settings,
            Conditions conditions,
            Store store,
            WaitingRoom room,
            ScheduledExecutorService timer,
            MeterRegistry meters) {
        var random = new SecureRandom();
        var clock = conditions.clock();
        var gateway = keep(new Gateway(clock, System::nanoTime, timer, meters, permits(store, random)));
        return new Desk.Setup(
                settings.clinic(),
                gateway.diary(connection(settings, conditions.sandboxClock())),
                store,
                outbox(settings, store, random, clock),
                new AppSecret(KeptSecret.of(settings, random), settings.find(Variables.APP_SECRET_BEFORE)),
                random,
                room,
                timer,
                clock,
                meters,
                conditions.timings(),
                settings.get(Variables.HOLDS_PER_ADDRESS),
                conditions.faults());
    }

    /** What is put into it is sent as long as a mail server is set. */
    private Outbox outbox(Settings settings, Store store, SecureRandom random, Clock clock) {
        var server = settings.find(Variables.SMTP_URL);
        if (server != null) {
            keep(Post.open(store.jdbi(), server, random, clock));
        }
        var email = settings.find(Variables.CLINIC_EMAIL);
        return new Outbox(email == null ? Map.of() : Map.of(settings.clinic().slug(), email), random, clock);
    }

    private static Store store(Settings settings) {
        var url = settings.find(Variables.DATABASE_URL);
        return url == null ? Store.open(settings.dataFolder()) : Store.open(url);
    }

    /** Instances on one database have ten calls a second together. */
    private static Permits.Source permits(Store store, SecureRandom random) {
        return store.shared()
                ? (consumer, news) ->
                        SharedPermits.open(store, Codes.hash(consumer), new Codes(random).id(), System::nanoTime, news)
                : (consumer, news) -> new Permits.OwnPermits();
    }

    /** The demonstration brings its own server. */
    private Connection connection(Settings settings, Clock clock) {
        var given = settings.connection();
        if (given != null) {
            return given;
        }
        var own = keep(Sandbox.start(0, clock));
        sandbox = own;
        LoggerFactory.getLogger(App.class).info("demonstration: invented people and times, kept in {}", own.url());
        return new Connection(URI.create(own.url()), own.consumerId(), own.secret(), own.accessToken());
    }

    private <T extends AutoCloseable> T keep(T room) {
        opened.push(room);
        return room;
    }

    /** Where a browser on this machine reaches the clinic's first page. */
    String address() {
        return "http://localhost:" + port + "/" + slug + "/";
    }

    /** The demonstration's own server; null when a real one is set. */
    @Nullable
    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(App.class).warn("closing failed", e);
            }
        }
    }
}
