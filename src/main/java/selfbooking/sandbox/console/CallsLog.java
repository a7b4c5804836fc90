package selfbooking.sandbox.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Received;

/** The last calls to the API, refused ones too, in the order of arrival; the limit is counted on it. */
public final class CallsLog {

    private static final int KEPT = 100_000;
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private final Instant begun;
    private final long begunNanos = System.nanoTime();

    /** The moment stands beside the monotonic clock's reading, so that arrivals can be told as instants. */
    public CallsLog(Instant now) {
        begun = now;
    }

    /** One call as it arrived, by the monotonic clock; the status is 0 until its work is done, the fault empty if none. */
    public static final class Call {

        private final long nanos;
        private final String consumer;
        private final Received received;
        private volatile int status;
        private volatile String fault = "";

        private Call(long nanos, String consumer, Received received) {
            this.nanos = nanos;
            this.consumer = consumer;
            this.received = received;
        }

        public void answered(int status) {
            this.status = status;
        }

        public void met(String fault) {
            this.fault = fault;
        }
    }

    public synchronized Call arrived(Received received, String consumer) {
        Call call = new Call(System.nanoTime(), consumer, received);
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
        return call;
    }

    /** How many calls of its consumer arrived in the rolling second that this one ends, itself included. */
    public synchronized long inItsSecond(Call call) {
        long count = 0;
        Iterator<Call> latest = calls.descendingIterator();
        while (latest.hasNext()) {
            Call other = latest.next();
            if (call.nanos - other.nanos >= SECOND) {
                break;
            }
            count += other.nanos <= call.nanos && other.consumer.equals(call.consumer) ? 1 : 0;
        }
        return count;
    }

    synchronized List<ObjectNode> wire() {
        return calls.stream().map(this::wire).toList();
    }

    private ObjectNode wire(Call call) {
        // One origin for both columns: the machine's clock may be set meanwhile, and the console may shift ours.
        Instant at = begun.plus(Duration.ofNanos(call.nanos - begunNanos));
        return Json.empty()
                .put("at", MICROSECONDS.format(at))
                .put("atNanos", call.nanos)
                .put("method", call.received.method())
                .put("path", call.received.path())
                .put("query", call.received.query())
                .put("status", call.status)
                .put("fault", call.fault);
    }
}
