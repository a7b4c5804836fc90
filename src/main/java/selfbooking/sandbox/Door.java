package selfbooking.sandbox;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.sandbox.console.CallsLog;
import selfbooking.sandbox.faults.Fault;
import selfbooking.sandbox.faults.Faults;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Permission;
import selfbooking.sandbox.server.Received;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Route;
import selfbooking.sandbox.server.Switches;
import selfbooking.sandbox.server.Times;
import selfbooking.sandbox.server.TokenCheck;

/** Takes every request: logs its arrival, lets it in or refuses it, finds its route and answers. */
final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MAXIMUM_BODY = 64 * 1024;

    private final Routes routes;
    private final TokenCheck tokens;
    private final CallsLog calls;
    private final Faults faults;
    private final Switches switches;
    private final Clock clock;

    Door(Routes routes, TokenCheck tokens, CallsLog calls, Faults faults, Switches switches, Clock clock) {
        this.routes = routes;
        this.tokens = tokens;
        this.calls = calls;
        this.faults = faults;
        this.switches = switches;
        this.clock = clock;
    }

    void enter(Context ctx) {
        Received received = Received.from(ctx);
        date(ctx);
        if (received.path().startsWith(Routes.CONSOLE)) {
            answered(() -> console(ctx, received)).send(ctx);
        } else {
            call(ctx, received);
        }
        ctx.skipRemainingHandlers();
    }

    /** A fault meets a call before anything else does, so it may stand before the work, after it or in its place. */
    private void call(Context ctx, Received received) {
        CallsLog.Call call = calls.arrived(received, tokens.claimedConsumer(received));
        Runnable work = () -> {
            Answer answer = answered(() -> api(ctx, received, call));
            call.answered(answer.status());
            date(ctx);
            answer.send(ctx);
        };
        Optional<Fault> fault = faults.meeting(received.method(), received.path());
        fault.ifPresent(met -> call.met(met.name()));
        fault.ifPresentOrElse(met -> met.strike(ctx, work), work);
    }

    private void date(Context ctx) {
        ctx.header("Date", Times.http(clock.instant()));
    }

    private Answer api(Context ctx, Received received, CallsLog.Call call) throws IOException {
        if (received.agentIsGeneric()) {
            return Answer.blocked();
        }
        if (calls.inItsSecond(call) > switches.callsPerSecond()) {
            throw new Refused(429, "Too Many Requests");
        }
        tokens.admit(received, switches);
        return routed(ctx, received);
    }

    private Answer console(Context ctx, Received received) throws IOException {
        if (!InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress()) {
            throw Refused.unknown("Page");
        }
        return routed(ctx, received);
    }

    private Answer routed(Context ctx, Received received) throws IOException {
        Route route = routes.find(received.method(), received.path()).orElseThrow(() -> Refused.unknown("Resource"));
        Permission permission = route.permission();
        if (permission != null) {
            permission.require(switches);
        }
        Asked asked = new Asked(route.id(received.path()), received.query(), sent(ctx));
        Answer answer = Answer.json(200, route.action().answer(asked));
        Set<String> ignored = asked.ignored();
        if (!ignored.isEmpty()) {
            LOG.debug("Ignored {} parameters that mean nothing here", ignored.size());
        }
        return answer;
    }

    private static String sent(Context ctx) throws IOException {
        byte[] bytes = ctx.req().getInputStream().readNBytes(MAXIMUM_BODY + 1);
        if (bytes.length > MAXIMUM_BODY) {
            throw new Refused(413, "The body is longer than 64 KB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Work {
        Answer answer() throws IOException;
    }

    private static Answer answered(Work work) {
        try {
            return work.answer();
        } catch (Refused e) {
            return Answer.refused(e);
        } catch (IOException | RuntimeException e) {
            LOG.error("The sandbox failed", e);
            return Answer.refused(new Refused(500, "The sandbox failed"));
        }
    }
}
