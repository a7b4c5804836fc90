package selfbooking.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import selfbooking.Chromium;

/** The browser of this machine, opened once for a class of tests. */
final class RealBrowser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int LONGEST_MILLIS = 15_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    RealBrowser() {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path())
                        .setArgs(QUIET));
    }

    /** A fresh visitor, 1280 px wide unless told otherwise. */
    BrowserContext visitor(UnaryOperator<Browser.NewContextOptions> with) {
        var visitor = browser.newContext(with.apply(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-AU")
                .setTimezoneId("Australia/Sydney")));
        visitor.setDefaultTimeout(LONGEST_MILLIS);
        return visitor;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
