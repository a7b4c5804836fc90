package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.gate.Gates;
import selfbooking.coreplus.http.CallDeadlines;
import selfbooking.coreplus.http.ConsumerLine;
import selfbooking.coreplus.http.Http;
import selfbooking.coreplus.http.Token;

/** Clients that differ from the real one in one thing. */
public final class Apis {

    public static final CallDeadlines PATIENT = new CallDeadlines(Duration.ofSeconds(30), Duration.ofSeconds(30));

    private Apis() {}

    public static Api real(Connection connection) {
        return over(connection, Http.HEADERS, CallDeadlines.USUAL);
    }

    public static Api over(Connection connection, Map<String, String> headers, CallDeadlines limits) {
        var line = line(headers, limits);
        return new Api(connection, line, new Token(connection, line.clock())::authorization, Lane.LOOKING);
    }

    /** Signs in a way that the real one never would. */
    public static Api signing(Connection connection, BinaryOperator<String> signer) {
        return new Api(connection, line(Http.HEADERS, CallDeadlines.USUAL), signer, Lane.LOOKING);
    }

    private static ConsumerLine line(Map<String, String> headers, CallDeadlines limits) {
        return ConsumerLine.open(
                headers, limits, Gates.own(), Clock.systemUTC(), System::nanoTime, new SimpleMeterRegistry(), 1);
    }

    public static Optional<DiaryFailure.Kind> kind(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (DiaryFailure e) {
            return Optional.of(e.kind());
        }
    }

    public static DiaryFailure failure(Runnable call) {
        return catchThrowableOfType(DiaryFailure.class, call::run);
    }
}
