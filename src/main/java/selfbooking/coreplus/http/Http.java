package selfbooking.coreplus.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import kong.unirest.core.Config;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.RawResponse;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Ticket;
import selfbooking.coreplus.gate.Gate;
import selfbooking.coreplus.gate.NotSent;
import selfbooking.coreplus.gate.Threads;

/** Sends one call as it stands, through the gate, and brings back the answer; knows no JSON and no token. */
public final class Http implements AutoCloseable {

    /** The agent must be our own: generic ones are blocked. GET needs the content type too (API notes, section 2.1). */
    public static final Map<String, String> HEADERS =
            Map.of("User-Agent", "coreplus-self-booking/0.1", "content-type", "application/json");

    /** A page of a hundred rows is a twentieth of it. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int CONNECT_MILLIS = 3_000;

    static {
        // The JDK would repeat a read on its own when a kept connection dies, past the gate and past our count.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    private final CallDeadlines limits;
    private final Gate gate;
    private final CallMetrics traffic;
    private final LongSupplier nanos;
    private final UnirestInstance unirest;
    private final ExecutorService exchanges = Executors.newCachedThreadPool(Threads.named("exchange"));

    Http(Map<String, String> headers, CallDeadlines limits, Gate gate, CallMetrics traffic, LongSupplier nanos) {
        this.nanos = nanos;
        this.limits = limits;
        this.gate = gate;
        this.traffic = traffic;
        var config = new Config()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MILLIS)
                .followRedirects(false)
                .enableCookieManagement(false);
        headers.forEach(config::setDefaultHeader);
        unirest = new UnirestInstance(config);
    }

    /** Signs only once it is this call's turn: a token lives for a minute. */
    ApiResponse send(Call call, Ticket ticket, Supplier<String> authorization) {
        var limit = call.writes() ? limits.write() : limits.read();
        try {
            var given = entered(ticket, limit);
            return exchanged(
                    given,
                    limit,
                    () -> request(call, authorization.get())
                            .asObject(Http::answer)
                            .getBody());
        } catch (NotSent e) {
            throw call.failed(Kind.TOO_MANY, false, e);
        } catch (RejectedExecutionException e) {
            throw call.failed(Kind.UNREACHABLE, false, e);
        } catch (UnirestException e) {
            throw call.failed(Kind.UNREACHABLE, mayHaveLeft(e), e);
        }
    }

    private Lane entered(Ticket ticket, Duration limit) {
        long begun = nanos.getAsLong();
        try {
            var given = gate.enter(ticket, limit);
            traffic.waited(given, nanos.getAsLong() - begun);
            return given;
        } catch (NotSent e) {
            traffic.keptBack(ticket.lane());
            throw e;
        }
    }

    /** With a permit in hand, which goes back whatever comes. */
    private ApiResponse exchanged(Lane lane, Duration limit, Callable<ApiResponse> exchange) {
        @Nullable ApiResponse answer = null;
        try {
            answer = within(limit, exchange);
            return answer;
        } finally {
            if (answer != null && answer.status() == ApiResponse.TOO_MANY) {
                traffic.throttled();
                gate.leaveThrottled(lane, answer.retryAfter());
            } else {
                gate.leave(lane);
            }
        }
    }

    /** Unirest's own timeout ends at the headers; this one covers the body too. The log of the exchange names its request. */
    private ApiResponse within(Duration limit, Callable<ApiResponse> exchange) {
        var trail = MDC.getCopyOfContextMap();
        var running = exchanges.submit(() -> {
            MDC.clear();
            if (trail != null) {
                MDC.setContextMap(trail);
            }
            return exchange.call();
        });
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnirestException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotSent keptBack ? keptBack : new UnirestException(e);
        } catch (TimeoutException e) {
            throw new UnirestException(e);
        } finally {
            running.cancel(true);
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
    private static ApiResponse answer(RawResponse response) {
        return new ApiResponse(
                response.getStatus(),
                response.getContentType(),
                date(response.getHeaders().getFirst("Date")),
                seconds(response.getHeaders().getFirst("Retry-After")),
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

    /** A number of seconds; the other way to say it, a date, is not used by those who limit a rate. */
    private static @Nullable Duration seconds(String header) {
        return header.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }

    /** Without a connection nothing was written; anything later may have reached the server. */
    private static boolean mayHaveLeft(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .noneMatch(t -> t instanceof ConnectException
                        || t instanceof HttpConnectTimeoutException
                        || t instanceof SSLHandshakeException);
    }

    /** Unirest stays open: closed, it would build itself a new client. */
    @Override
    public void close() {
        gate.close();
        exchanges.shutdownNow();
    }
}
