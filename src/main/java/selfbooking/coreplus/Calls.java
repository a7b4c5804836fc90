package selfbooking.coreplus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.coreplus.CoreplusException.Kind;

/** Makes a call from signature to record: signs, sends, judges, reads, and leaves a line in the log. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Wire wire;
    private final BinaryOperator<String> signer;
    private final ServerClock clock;
    private final Verdict verdict = new Verdict();

    /** The signer makes an Authorization header from method and address. */
    Calls(Wire wire, BinaryOperator<String> signer, ServerClock clock) {
        this.wire = wire;
        this.signer = signer;
        this.clock = clock;
    }

    /** A token that was not accepted is signed anew, once: by then the server's clock is known. */
    <T> T make(Call call, Function<JsonNode, T> reader) {
        try {
            return once(call, reader);
        } catch (CoreplusException e) {
            if (e.kind() != Kind.INVALID_TOKEN) {
                throw e;
            }
            return once(call, reader);
        }
    }

    private <T> T once(Call call, Function<JsonNode, T> reader) {
        var answer = sent(call);
        clock.heard(answer.date());
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

    private Answer sent(Call call) {
        long begun = System.nanoTime();
        try {
            var answer = wire.send(call, signer.apply(call.method(), call.url()));
            LOG.debug("{}: {} in {} ms", call.operation(), answer.status(), millisSince(begun));
            return answer;
        } catch (CoreplusException e) {
            LOG.debug("{}: {} in {} ms", call.operation(), e.kind(), millisSince(begun));
            throw e;
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static void notUnderstood(Call call, Answer answer, String why) {
        LOG.warn(
                "coreplus was not understood: {}, status {}, type {}: {}",
                call.operation(),
                answer.status(),
                answer.contentType(),
                why);
    }
}
