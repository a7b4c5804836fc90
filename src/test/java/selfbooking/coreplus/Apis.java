package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Clients that differ from the real one in one thing. */
final class Apis {

    static final Limits PATIENT = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30));

    private Apis() {}

    static Api real(Connection connection) {
        return over(connection, Wire.HEADERS, Limits.USUAL);
    }

    static Api over(Connection connection, Map<String, String> headers, Limits limits) {
        var line = line(headers, limits);
        return new Api(connection, line, new Token(connection, line.clock())::authorization, () -> Lane.LOOKING);
    }

    /** Signs in a way that the real one never would. */
    static Api signing(Connection connection, BinaryOperator<String> signer) {
        return new Api(connection, line(Wire.HEADERS, Limits.USUAL), signer, () -> Lane.LOOKING);
    }

    private static Line line(Map<String, String> headers, Limits limits) {
        return Line.open(headers, limits, new Gate(), Clock.systemUTC(), new SimpleMeterRegistry(), 1);
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
