package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Clients that differ from the real one in one thing. */
final class Apis {

    static final Limits PATIENT = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30));

    private Apis() {}

    static Api over(Connection connection, Map<String, String> headers, Limits limits) {
        var clock = new ServerClock(Clock.systemUTC());
        return over(connection, headers, limits, clock, new Token(connection, clock)::authorization);
    }

    /** Signs in a way that the real one never would. */
    static Api signing(Connection connection, BinaryOperator<String> signer) {
        return over(connection, Wire.HEADERS, Limits.USUAL, new ServerClock(Clock.systemUTC()), signer);
    }

    private static Api over(
            Connection connection,
            Map<String, String> headers,
            Limits limits,
            ServerClock clock,
            BinaryOperator<String> signer) {
        var wire = new Wire(headers, limits);
        return new Api(connection, wire, new Calls(wire, signer, clock));
    }

    static Optional<CoreplusException.Kind> kind(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (CoreplusException e) {
            return Optional.of(e.kind());
        }
    }

    static CoreplusException failure(Runnable call) {
        return catchThrowableOfType(CoreplusException.class, call::run);
    }
}
