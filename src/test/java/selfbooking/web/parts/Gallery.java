package selfbooking.web.parts;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.Chromium;
import selfbooking.Sample;
import selfbooking.web.server.Asset;
import selfbooking.web.server.Assets;

/** Serves the sample pages on a free local port, under the policy of the real ones, to a real browser. */
final class Gallery implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'";

    private final HttpServer server;
    private final Playwright playwright;
    private final Browser browser;
    private final Assets assets = new Assets(false);
    private final Html html = new Html(false);
    private final Map<String, com.microsoft.playwright.Page> pages = new HashMap<>();

    Gallery() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path())
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu", "--disable-quic")));
    }

    /** One page for each width and scheme, used again. */
    com.microsoft.playwright.Page open(int width, ColorScheme scheme) {
        return pages.computeIfAbsent(width + "-" + scheme, key -> fresh(width, scheme));
    }

    com.microsoft.playwright.Page fresh(int width, ColorScheme scheme) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        com.microsoft.playwright.Page page = browser.newContext(options).newPage();
        page.setDefaultTimeout(5000);
        return page;
    }

    /** A page without the policy, so that a test may paint on it. */
    com.microsoft.playwright.Page bare(ColorScheme scheme) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true);
        return browser.newContext(options).newPage();
    }

    String address(String sample) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + sample;
    }

    /** Pictures for people to look at; nothing of the quick run needs them. */
    static void shoot(com.microsoft.playwright.Page page, String name) {
        if (Sample.isAll()) {
            page.screenshot(
                    new ScreenshotOptions().setFullPage(true).setPath(Path.of("target/gallery", name + ".png")));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        Asset asset = assets.find(last);
        boolean part = exchange.getRequestHeaders().containsKey("HX-Request");
        String page = asset == null ? page(last, part) : null;
        byte[] body = asset != null
                ? asset.body().bytes()
                : Objects.requireNonNullElse(page, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", asset != null ? asset.type() : "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(asset == null && page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** By name; the outcome's own address, which the waiting page asks again, stays the waiting page. */
    private @Nullable String page(String name, boolean part) {
        return Samples.all().stream()
                .filter(sample -> sample.name().equals(name.equals("k3y") ? "asking" : name))
                .map(sample -> html.render(sample.view(), sample.shell(), sample.page(), part))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }
}
