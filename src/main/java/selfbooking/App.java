package selfbooking;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import selfbooking.booking.AppSecret;
import selfbooking.booking.Desk;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateway;
import selfbooking.sandbox.Sandbox;
import selfbooking.store.Store;
import selfbooking.web.WebServer;

/** The running application: every room wired by hand, closed in the opposite order. */
final class App implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Sandbox sandbox;
    private int port;
    private String slug = "";

    private App() {}

    /** Opens the store, the diary and the pages; {@code clock} is the real one. */
    static App start(Settings settings, Clock clock) {
        var app = new App();
        try {
            app.open(settings, clock);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private void open(Settings settings, Clock clock) {
        var appClock = Clock.offset(clock, settings.clockOffset());
        var random = new SecureRandom();
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        var store = keep(Store.open(settings.dataFolder()));
        var secret = new AppSecret(KeptSecret.of(settings, random));
        var gateway = keep(new Gateway(appClock, meters));
        var api = gateway.api(connection(settings, clock));
        var clinic = settings.clinic();
        var desk = keep(Desk.open(clinic, api, store.jdbi(), secret, random, appClock, meters));
        var web = keep(WebServer.start(new WebServer.Setup(
                settings.port(),
                List.of(desk),
                settings.demonstration(),
                settings.live(),
                settings.baseUrl(),
                store::ready,
                desk::diaryReachable,
                new WebServer.Metering(meters, meters::scrape, settings.metricsToken()),
                appClock)));
        port = web.port();
        slug = clinic.slug();
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
