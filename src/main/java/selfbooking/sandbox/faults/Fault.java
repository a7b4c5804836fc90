package selfbooking.sandbox.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;

/** One armed fault: the calls it meets, how many more of them (0 is all until it is cleared) and what it does. */
public record Fault(Target target, int times, Kind kind, Duration delay, int status, int retryAfterSeconds) {

    /** The kind as the console spells it. */
    public String name() {
        return kind.spelt();
    }

    /**
     * Answers the call wrongly, late or not at all; the work does what the call asks and puts the right answer into the
     * context. Returns at once: a call that waits holds no thread.
     */
    public void strike(Context ctx, Runnable work) {
        if (kind.comesAfterWork()) {
            work.run();
        }
        Line line = new Line(ctx);
        switch (kind) {
            case DROP_BEFORE, DROP_AFTER -> line.hangUp();
            case SLOW -> line.later(delay, work);
            case STALL -> {
                line.sendHalf();
                line.later(delay, line::hangUp);
            }
            case HALF_BODY -> {
                line.sendHalf();
                line.hangUp();
            }
            case STATUS, STATUS_AFTER -> WrongAnswers.status(ctx, status, retryAfterSeconds);
            case HTML, HTML_AFTER -> WrongAnswers.page(ctx);
            case NOT_JSON -> WrongAnswers.prose(ctx);
            case HUGE -> WrongAnswers.huge(ctx);
        }
    }

    boolean isLast() {
        return times == 1;
    }

    Fault onceLess() {
        return times == 0 ? this : new Fault(target, times - 1, kind, delay, status, retryAfterSeconds);
    }

    ObjectNode wire() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", target.method())
                .put("path", target.path())
                .put("times", times)
                .put("kind", kind.spelt())
                .put("delayMillis", delay.toMillis())
                .put("status", status)
                .put("retryAfterSeconds", retryAfterSeconds);
    }
}
