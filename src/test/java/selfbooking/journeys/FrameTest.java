package selfbooking.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.RunningApp;

/** The journey inside the page of another site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameTest {

    private HttpServer clinicSite;
    private RunningApp app;
    private RealBrowser browser;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        clinicSite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clinicSite.start();
        app = RunningApp.start(folder, Map.of("FRAME_SITES", listedSite()));
        hosts("/plain", "");
        hosts("/opaque", " sandbox=\"allow-forms allow-scripts\"");
        browser = new RealBrowser();
    }

    private String listedSite() {
        return "http://127.0.0.1:" + clinicSite.getAddress().getPort();
    }

    private void hosts(String path, String attributes) {
        var html = "<!doctype html><title>A clinic</title><iframe title=\"Book\" width=800 height=900" + attributes
                + " src=\"" + app.origin() + "/clinic/\"></iframe>";
        clinicSite.createContext(path, exchange -> {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    void close() {
        browser.close();
        app.close();
        clinicSite.stop(0);
    }

    @Test
    void books_inside_a_listed_site() {
        booksIn("/plain", with -> with);
    }

    @Test
    void books_inside_a_listed_site_without_javascript() {
        booksIn("/plain", with -> with.setJavaScriptEnabled(false));
    }

    @Test
    void books_inside_an_opaque_frame() {
        booksIn("/opaque", with -> with);
    }

    /** No script, no cookie and another origin, all at once. */
    @Test
    void books_inside_an_opaque_frame_without_javascript() {
        booksIn("/opaque", with -> with.setJavaScriptEnabled(false));
    }

    @Test
    void is_not_shown_inside_a_site_that_is_not_listed() {
        try (var visitor = browser.visitor(with -> with)) {
            var page = visitor.newPage();
            page.navigate(listedSite().replace("127.0.0.1", "localhost") + "/plain");

            assertThat(ours(page)).isZero();
            page.navigate(listedSite() + "/plain");
            assertThat(ours(page)).isPositive();
        }
    }

    /** How much of our page is in the frame: a browser may show a page of its own in place of a refused one. */
    private static int ours(Page page) {
        return page.frameLocator("iframe")
                .locator("h1", new FrameLocator.LocatorOptions().setHasText("Book an appointment"))
                .count();
    }

    private void booksIn(String path, UnaryOperator<Browser.NewContextOptions> with) {
        try (var visitor = browser.visitor(with)) {
            var witness = new Witness();
            var page = witness.watches(visitor.newPage(), app.origin(), listedSite());
            page.navigate(listedSite() + path);
            var patient = new Patient(frame(page)).reads("Book an appointment");
            patient.tapsTime(7);
            patient.booksFromDetails();
            assertThat(visitor.cookies()).isEmpty();
            witness.sawNothing();
        }
    }

    private static Frame frame(Page page) {
        return page.frames().get(1);
    }
}
