package selfbooking.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.router.ParsedEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Desk;
import selfbooking.web.server.Assets;
import selfbooking.web.server.BareErrors;
import selfbooking.web.server.ErrorPages;
import selfbooking.web.server.Headers;
import selfbooking.web.server.Health;
import selfbooking.web.server.MetricsPage;
import selfbooking.web.server.Request;
import selfbooking.web.server.RequestLog;
import selfbooking.web.server.Responder;
import selfbooking.web.server.RootRedirect;
import selfbooking.web.server.Route;
import selfbooking.web.server.StaticFiles;
import selfbooking.web.server.TrustedProxies;
import selfbooking.web.server.WaitingRoom;
import selfbooking.web.server.WebMetrics;

/** The patients' web server: listens from the moment it is made until it is closed. Safe for many threads. */
public final class WebServer implements AutoCloseable {

    private static final int IDLE_MILLIS = 15_000;
    private static final int STOP_MILLIS = 5_000;

    /** A connection that is only kept alive is no reason to wait for the end. */
    private static final int STOP_IDLE_MILLIS = 100;

    private static final int HEADER_BYTES = 8 * 1024;

    /** Headers remembered for each connection would take a hundred kilobytes of each. */
    private static final int NO_HEADERS = 0;

    /** For the requests that do not wait: kept pages, files, health and the pages of a draft. */
    private static final int MORE_THREADS = 80;

    /**
     * What the server needs to know.
     *
     * @param port 0 for any that is free
     * @param desks one for each clinic, at least one
     * @param room where requests of all desks wait
     * @param demonstration says on every page that people and times are invented
     * @param live reads templates and styles from the working directory each time
     * @param baseUrl where patients reach us; null when each request's Host says it
     * @param trustedProxies whose word on a patient's network address is taken
     */
    public record Wiring(
            int port,
            List<Desk> desks,
            WaitingRoom room,
            boolean demonstration,
            boolean live,
            @Nullable URI baseUrl,
            TrustedProxies trustedProxies,
            BooleanSupplier storeReady,
            BooleanSupplier diaryReachable,
            Metering metering,
            Clock clock) {}

    /**
     * Where the server counts, and how that is read.
     *
     * @param figures all that was counted, in Prometheus' text format 0.0.4
     * @param token opens them to whoever sends it; null opens them to nobody
     */
    public record Metering(
            MeterRegistry meters,
            Supplier<String> figures,
            @Nullable String token) {

        /** Hides the token. */
        @Override
        public String toString() {
            return "Metering[" + (token == null ? "closed" : "with a token") + "]";
        }
    }

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Listens on all addresses of the machine; throws when the port is taken. */
    public static WebServer start(Wiring setup) {
        Assets assets = new Assets(setup.live());
        Responder writing = new Responder(setup, assets);
        var prepared = CompletableFuture.runAsync(setup.live() ? () -> {} : writing::prepare);
        Javalin javalin = Javalin.create(config -> configure(config, setup, writing, assets));
        prepared.join();
        return new WebServer(javalin.start());
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no more requests and gives those in flight five seconds to end. */
    @Override
    public void close() {
        javalin.stop();
    }

    /** All that would answer, for a look at it without listening. */
    static List<ParsedEndpoint> registered(Wiring setup) {
        Assets assets = new Assets(setup.live());
        return Javalin.create(config -> configure(config, setup, new Responder(setup, assets), assets))
                .unsafe
                .internalRouter
                .allHttpHandlers();
    }

    private static void configure(JavalinConfig config, Wiring setup, Responder writing, Assets assets) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Request.FORM_LIMIT;
        config.router.ignoreTrailingSlashes = false;
        URI baseUrl = setup.baseUrl();
        Headers headers = new Headers(baseUrl != null && "https".equals(baseUrl.getScheme()));
        listen(config.jetty, setup, headers);
        routes(config, setup, writing, assets);
    }

    private static void routes(JavalinConfig config, Wiring setup, Responder writing, Assets assets) {
        WebMetrics traffic = new WebMetrics(setup.metering().meters());
        traffic.waits(setup.room()::waiting);
        Dispatcher front = new Dispatcher(setup, writing, traffic);
        Health health = new Health(setup.storeReady(), setup.diaryReachable());
        MetricsPage metrics = new MetricsPage(setup.metering());
        RequestLog log = new RequestLog(traffic);
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(log));
        for (Route route :
                new Routes(new RootRedirect(setup.desks()), new StaticFiles(assets), health, metrics).all()) {
            config.routes.addHttpHandler(route.method(), route.path(), ctx -> front.run(ctx, route));
        }
        new ErrorPages(writing, setup.storeReady()).register(config.routes);
        config.requestLogger.http(log::end);
    }

    private static void listen(JettyConfig jetty, Wiring setup, Headers headers) {
        jetty.modifyHttpConfiguration(http -> {
            strict(http);
            http.addCustomizer(headers);
        });
        jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new BareErrors(headers));
            leaveThreads(server.getThreadPool(), setup.room());
        });
        jetty.addConnector((server, http) -> connector(server, http, setup.port()));
    }

    /** However many wait, others are answered. */
    private static void leaveThreads(ThreadPool threads, WaitingRoom room) {
        if (threads instanceof QueuedThreadPool pool) {
            pool.setMaxThreads(room.places() + MORE_THREADS);
        }
    }

    private static void strict(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHeaderCacheSize(NO_HEADERS);
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private static Connector connector(Server server, HttpConfiguration http, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("0.0.0.0");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
        return connector;
    }
}
