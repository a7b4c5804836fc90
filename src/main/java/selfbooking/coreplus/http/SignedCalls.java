package selfbooking.coreplus.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import selfbooking.coreplus.gate.Lane;
import selfbooking.coreplus.gate.NotSent;
import selfbooking.coreplus.http.CoreplusException.Kind;

/** Makes a call from signature to record: signs, sends, judges, reads, and leaves a line in the log. */
public final class SignedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SignedCalls.class);
    private static final String OK = "OK";

    private final ConsumerLine line;
    private final BinaryOperator<String> signer;
    private final Supplier<Lane> lane;
    private final ResponseCheck verdict = new ResponseCheck();

    /** The signer makes an Authorization header from method and address. */
    public SignedCalls(ConsumerLine line, BinaryOperator<String> signer, Supplier<Lane> lane) {
        this.line = line;
        this.signer = signer;
        this.lane = lane;
    }

    public <T> T make(Call call, Function<JsonNode, T> reader) {
        return call.writes() ? signed(call, reader) : line.retries().around(() -> signed(call, reader));
    }

    /** A token that was not accepted is signed anew, once: by then the server's clock is known. */
    private <T> T signed(Call call, Function<JsonNode, T> reader) {
        try {
            return watched(call, reader);
        } catch (CoreplusException e) {
            if (e.kind() != Kind.INVALID_TOKEN) {
                throw e;
            }
            return watched(call, reader);
        }
    }

    private <T> T watched(Call call, Function<JsonNode, T> reader) {
        try {
            line.breaker().admit(lane.get());
        } catch (NotSent e) {
            throw call.failed(Kind.UNREACHABLE, false, e);
        }
        long begun = System.nanoTime();
        try {
            var found = once(call, reader);
            line.breaker().answered();
            ended(call, OK, begun);
            return found;
        } catch (CoreplusException e) {
            line.breaker().failed(e);
            ended(call, e.kind().name(), begun);
            throw e;
        }
    }

    private <T> T once(Call call, Function<JsonNode, T> reader) {
        var answer = line.wire().send(call, lane, () -> signer.apply(call.method(), call.url()));
        line.clock().heard(answer.date());
        try {
            return reader.apply(verdict.accepted(call, answer));
        } catch (Unreadable e) {
            notUnderstood(call, answer, "no readable " + e.getMessage());
            throw call.failed(Kind.NOT_UNDERSTOOD, true, e);
        } catch (CoreplusException e) {
            if (e.kind() == Kind.NOT_UNDERSTOOD) {
                notUnderstood(call, answer, "not the JSON expected");
            }
            throw e;
        }
    }

    private void ended(Call call, String outcome, long begun) {
        long nanos = System.nanoTime() - begun;
        line.traffic().called(call, outcome, nanos);
        LOG.atLevel(outcome.equals(OK) ? Level.DEBUG : Level.INFO)
                .log("{}: {} in {} ms", call.operation(), outcome, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static void notUnderstood(Call call, ApiResponse answer, String why) {
        LOG.warn(
                "coreplus was not understood: {}, status {}, type {}: {}",
                call.operation(),
                answer.status(),
                answer.contentType(),
                why);
    }
}
