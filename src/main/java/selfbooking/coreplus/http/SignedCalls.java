package selfbooking.coreplus.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Ticket;
import selfbooking.coreplus.gate.NotSent;

/** Makes a call from signature to record: signs, sends, judges, reads, and leaves a line in the log. */
public final class SignedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SignedCalls.class);
    private static final String OK = "OK";

    private final ConsumerLine line;
    private final BinaryOperator<String> signer;
    private final ResponseCheck verdict = new ResponseCheck();

    /** The signer makes an Authorization header from method and address. */
    public SignedCalls(ConsumerLine line, BinaryOperator<String> signer) {
        this.line = line;
        this.signer = signer;
    }

    public <T> T make(Ticket ticket, Call call, Function<JsonNode, T> reader) {
        return call.writes() ? signed(ticket, call, reader) : line.retries().around(() -> signed(ticket, call, reader));
    }

    /** A token that was not accepted is signed anew, once: by then the server's clock is known. */
    private <T> T signed(Ticket ticket, Call call, Function<JsonNode, T> reader) {
        try {
            return watched(ticket, call, reader);
        } catch (DiaryFailure e) {
            if (e.kind() != Kind.INVALID_TOKEN) {
                throw e;
            }
            return watched(ticket, call, reader);
        }
    }

    private <T> T watched(Ticket ticket, Call call, Function<JsonNode, T> reader) {
        try {
            line.breaker().admit(ticket.lane());
        } catch (NotSent e) {
            throw call.failed(Kind.UNREACHABLE, false, e);
        }
        long begun = line.nanos().getAsLong();
        try {
            var found = once(ticket, call, reader);
            line.breaker().answered();
            ended(call, OK, begun);
            return found;
        } catch (DiaryFailure e) {
            line.breaker().failed(e);
            ended(call, e.kind().name(), begun);
            throw e;
        }
    }

    private <T> T once(Ticket ticket, Call call, Function<JsonNode, T> reader) {
        var answer = line.wire().send(call, ticket, () -> authorization(ticket, call));
        line.clock().heard(answer.date());
        try {
            return reader.apply(verdict.accepted(call, answer));
        } catch (Unreadable e) {
            notUnderstood(call, answer, "no readable " + e.getMessage());
            throw call.failed(Kind.NOT_UNDERSTOOD, true, e);
        } catch (DiaryFailure e) {
            if (e.kind() == Kind.NOT_UNDERSTOOD) {
                notUnderstood(call, answer, "not the JSON expected");
            }
            throw e;
        }
    }

    /** By the time of the call's turn the ticket may have ended. */
    private String authorization(Ticket ticket, Call call) {
        if (ticket.latest().filter(line.clock()::isPast).isPresent()) {
            throw new NotSent("it is too late for it");
        }
        return signer.apply(call.method(), call.url());
    }

    private void ended(Call call, String outcome, long begun) {
        long nanos = line.nanos().getAsLong() - begun;
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
