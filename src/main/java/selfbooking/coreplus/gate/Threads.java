package selfbooking.coreplus.gate;

import java.util.concurrent.ThreadFactory;

/** Threads of the way to coreplus: daemons, since no call outlives the application. */
public final class Threads {

    private Threads() {}

    /** Makes threads that are called {@code coreplus-} and the name. */
    public static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, "coreplus-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
