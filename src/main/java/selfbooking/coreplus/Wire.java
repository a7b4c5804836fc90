package selfbooking.coreplus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import kong.unirest.core.Config;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.RawResponse;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;
import kong.unirest.core.java.JavaClient;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.CoreplusException.Kind;

/** Sends one call as it stands, through the gate, and brings back the answer; knows no JSON and no token. */
final class Wire implements AutoCloseable {

    /** The agent must be our own: generic ones are blocked. GET needs the content type too (API notes, section 2.1). */
    static final Map<String, String> HEADERS =
            Map.of("User-Agent", "coreplus-self-booking/0.1", "content-type", "application/json");

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int CONNECT_MILLIS = 3_000;

    private final Gate gate;
    private final UnirestInstance unirest;

    Wire(Map<String, String> headers, Limits limits) {
        var config = new Config()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MILLIS)
                .followRedirects(false)
                .enableCookieManagement(false);
        headers.forEach(config::setDefaultHeader);
        gate = new Gate(new JavaClient(config), limits);
        unirest = new UnirestInstance(config.httpClient(gate));
    }

    Answer send(Call call, String authorization) {
        try {
            return request(call, authorization).asObject(Wire::answer).getBody();
        } catch (QueueTooLong e) {
            throw call.failed(Kind.TOO_MANY, false, e);
        } catch (RejectedExecutionException e) {
            throw call.failed(Kind.UNREACHABLE, false, e);
        } catch (UnirestException e) {
            throw call.failed(Kind.UNREACHABLE, mayHaveLeft(e), e);
        }
    }

    private HttpRequest<?> request(Call call, String authorization) {
        var json = call.json();
        return json == null
                ? unirest.get(call.url()).header("Authorization", authorization)
                : unirest.post(call.url())
                        .header("Authorization", authorization)
                        .body(json);
    }

    /** Never throws: Unirest would swallow it and read the rest of the body without a bound. */
    private static Answer answer(RawResponse response) {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                date(response.getHeaders().getFirst("Date")),
                text(response));
    }

    /** A body over the bound is cut, and then it is no longer JSON. */
    private static @Nullable String text(RawResponse response) {
        try (var content = response.getContent()) {
            return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable Instant date(String header) {
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Without a connection nothing was written; anything later may have reached the server. */
    private static boolean mayHaveLeft(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .noneMatch(t -> t instanceof ConnectException
                        || t instanceof HttpConnectTimeoutException
                        || t instanceof SSLHandshakeException);
    }

    /** Unirest stays open: closed, it would build itself a new client that knows no gate. */
    @Override
    public void close() {
        gate.close();
    }
}
