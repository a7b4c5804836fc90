package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.location;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import selfbooking.RunningApp;
import selfbooking.SetClock;
import selfbooking.Wait;
import selfbooking.web.Visitor;

/** One word finds all lines of a request, from its page to the calls that were made for it. */
class RequestIdTest {

    private final Logger log = (Logger) LoggerFactory.getLogger("selfbooking");
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> keeper = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            lines.add(new Line(line.getMDCPropertyMap().getOrDefault("request_id", ""), line.getFormattedMessage()));
        }
    };
    private final SetClock clock = new SetClock();
    private RunningApp running;
    private Visitor app;
    private String times;

    /** The id is read in the thread that logs. */
    private record Line(String id, String text) {}

    @BeforeEach
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder, Map.of(), clock);
        app = new Visitor(running);
        app.get(HOME);
        times = HOME + "times?from="
                + LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusWeeks(6);
        log.setLevel(Level.DEBUG);
        keeper.start();
        log.addAppender(keeper);
    }

    @AfterEach
    void close() {
        log.detachAppender(keeper);
        log.setLevel(null);
        running.close();
    }

    @Test
    void calls_for_a_cold_page_bear_the_id_of_its_request() {
        app.get(times, "X-Request-ID", "from-the-proxy.1");

        Wait.until("the request's own line", () -> has("from-the-proxy.1", "GET /{clinic}/times 200"));
        assertThat(lines)
                .filteredOn(line -> line.text().startsWith("availability: OK in"))
                .isNotEmpty()
                .allMatch(line -> line.id().equals("from-the-proxy.1"));
    }

    @Test
    void call_that_failed_is_said_without_debugging_under_the_same_id() {
        log.setLevel(Level.INFO);
        running.console().arm("{\"kind\":\"status\",\"status\":503,\"times\":0}");

        app.get(times, "X-Request-ID", "unlucky");

        assertThat(lines)
                .anyMatch(line -> line.id().equals("unlucky") && line.text().startsWith("availability: UNREACHABLE"));
    }

    @Test
    void read_that_nobody_waits_for_is_said_to_be_in_the_background() {
        app.get(times, "X-Request-ID", "first");
        Wait.until("the request's own line", () -> has("first", "GET"));
        clock.forward(Duration.ofMinutes(2));
        lines.clear();

        app.get(times, "X-Request-ID", "second");

        Wait.until("a read behind the page", () -> has("background", "availability: OK"));
        assertThat(lines)
                .noneMatch(line -> line.id().equals("second") && line.text().startsWith("availability"));
        assertThat(lines).noneMatch(line -> line.id().equals("first"));
    }

    @Test
    void calls_of_a_booking_bear_the_reference_that_the_request_log_names() {
        var draft =
                location(app.post(HOME + "bookings", "slot", app.freeTime())).replace("/details", "");
        app.fillIn(draft, "Zoë", "O'Brien");
        app.confirm(draft);
        app.outcome(draft);

        var sent = lines.stream()
                .filter(line -> line.text().endsWith("was sent by the patient"))
                .findFirst()
                .orElseThrow();
        var reference = sent.text().replaceFirst("booking (\\w+) .*", "$1");
        Wait.until("the request's own line", () -> has(sent.id(), "POST"));
        assertThat(lines)
                .filteredOn(line -> line.text().matches("(client list|appointment booking): OK in .*"))
                .isNotEmpty()
                .allMatch(line -> line.id().equals(reference));
    }

    private boolean has(String id, String start) {
        return lines.stream()
                .anyMatch(line -> line.id().equals(id) && line.text().startsWith(start));
    }
}
