package selfbooking.coreplus;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged under a name, from debug up, until it is closed. */
public final class LogLines implements AutoCloseable {

    private final Logger log;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    public LogLines(String name) {
        log = (Logger) LoggerFactory.getLogger(name);
        log.setLevel(Level.DEBUG);
        lines.start();
        log.addAppender(lines);
    }

    public List<String> read() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        log.detachAppender(lines);
        log.setLevel(null);
    }
}
