package selfbooking.booking;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Does something in the middle of what is tested: once, right after the first statement that holds some text. */
public final class Meanwhile implements SqlLogger {

    private final String text;
    private final Runnable change;
    private final AtomicBoolean waiting = new AtomicBoolean(true);

    private Meanwhile(String text, Runnable change) {
        this.text = text;
        this.change = change;
    }

    public static Meanwhile after(Jdbi jdbi, String text, Runnable change) {
        var meanwhile = new Meanwhile(text, change);
        jdbi.setSqlLogger(meanwhile);
        return meanwhile;
    }

    public boolean happened() {
        return !waiting.get();
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        if (context.getRenderedSql().contains(text) && waiting.getAndSet(false)) {
            change.run();
        }
    }
}
