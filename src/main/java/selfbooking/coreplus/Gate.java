package selfbooking.coreplus;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import kong.unirest.core.Client;
import kong.unirest.core.HttpMethod;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.RawResponse;
import kong.unirest.core.SseHandler;
import kong.unirest.core.SseRequest;
import kong.unirest.core.UnirestException;
import kong.unirest.core.WebSocketRequest;
import kong.unirest.core.WebSocketResponse;
import kong.unirest.core.java.Event;

/**
 * Lets ten calls a second through, as the server sees them, and cuts each off at its deadline (API notes, section 2.5).
 *
 * <p>A permit comes back a second after its request has ended, not after it was taken: a slow connection delays the
 * arrival at the server, and it is arrivals that are counted.
 */
final class Gate implements Client, AutoCloseable {

    private static final int CALLS_A_SECOND = 10;

    private final Client inner;
    private final Limits limits;
    private final Semaphore permits = new Semaphore(CALLS_A_SECOND, true);
    private final ExecutorService exchanges = Executors.newCachedThreadPool(Gate::daemon);

    Gate(Client inner, Limits limits) {
        this.inner = inner;
        this.limits = limits;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public <T> HttpResponse<T> request(
            HttpRequest request, Function<RawResponse, HttpResponse<T>> reader, Class<?> type) {
        var limit = request.getHttpMethod() == HttpMethod.GET ? limits.read() : limits.write();
        enter(limit);
        try {
            return within(limit, () -> inner.request(request, reader, type));
        } finally {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run)
                    .execute(permits::release);
        }
    }

    private void enter(Duration limit) {
        try {
            if (!permits.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new QueueTooLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueueTooLong();
        }
    }

    /** Unirest's own timeout ends at the headers; this one covers the body too. */
    private <T> T within(Duration limit, Callable<T> exchange) {
        var running = exchanges.submit(exchange);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnirestException(e);
        } catch (TimeoutException | ExecutionException e) {
            throw new UnirestException(e);
        } finally {
            running.cancel(true);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "coreplus-exchange");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        exchanges.shutdownNow();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T getClient() {
        return inner.getClient();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public <T> CompletableFuture<HttpResponse<T>> request(
            HttpRequest request,
            Function<RawResponse, HttpResponse<T>> reader,
            CompletableFuture<HttpResponse<T>> callback,
            Class<?> type) {
        throw new UnsupportedOperationException("only blocking calls pass the gate");
    }

    @Override
    public WebSocketResponse websocket(WebSocketRequest request, WebSocket.Listener listener) {
        throw new UnsupportedOperationException("only blocking calls pass the gate");
    }

    @Override
    public CompletableFuture<Void> sse(SseRequest request, SseHandler handler) {
        throw new UnsupportedOperationException("only blocking calls pass the gate");
    }

    @Override
    public Stream<Event> sse(SseRequest request) {
        throw new UnsupportedOperationException("only blocking calls pass the gate");
    }
}
