package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.HOME;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import selfbooking.RunningApp;
import selfbooking.Wait;
import selfbooking.web.Visitor;

/** What an operator reads of the requests. */
class RequestLogTest {

    @Test
    void pages_that_are_shown_leave_no_line_and_forms_and_refusals_do(@TempDir Path folder) {
        var logger = (Logger) LoggerFactory.getLogger(RequestLog.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.INFO);
        try (var running = RunningApp.start(folder)) {
            var app = new Visitor(running);
            logger.addAppender(lines);
            app.get("/health/live");
            app.get(HOME + "nope");
            app.post(HOME + "bookings", "slot", "forged");
            Wait.until("two lines", () -> lines.list.size() >= 2);
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(List.copyOf(lines.list))
                .extracting(line -> line.getFormattedMessage().replaceFirst(" \\d+ ms$", ""))
                .containsExactly("GET (no route) 404", "POST /{clinic}/bookings 409");
    }
}
