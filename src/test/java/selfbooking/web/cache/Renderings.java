package selfbooking.web.cache;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts the templates that are rendered, by the line that the engine itself writes after each. */
final class Renderings extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger timer = (Logger) LoggerFactory.getLogger("org.thymeleaf.TemplateEngine.TIMER");
    private final AtomicInteger count = new AtomicInteger();
    private final Runnable after;

    Renderings() {
        this(() -> {});
    }

    /** Before a page that was just rendered is kept, this is done. */
    Renderings(Runnable after) {
        this.after = after;
        start();
        timer.setAdditive(false);
        timer.setLevel(Level.TRACE);
        timer.addAppender(this);
    }

    int count() {
        return count.get();
    }

    @Override
    protected void append(ILoggingEvent line) {
        count.incrementAndGet();
        after.run();
    }

    @Override
    public void close() {
        timer.detachAppender(this);
        timer.setLevel(null);
        timer.setAdditive(true);
    }
}
