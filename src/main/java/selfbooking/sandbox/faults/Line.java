package selfbooking.sandbox.faults;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** A call's own connection, below HTTP: an answer cut short, kept waiting or never sent. */
final class Line {

    private final Context ctx;
    private final Request request;

    Line(Context ctx) {
        this.ctx = ctx;
        this.request = ServletContextRequest.getServletContextRequest(ctx.req());
    }

    /** Closes the socket; what was sent before still arrives. */
    void hangUp() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** Takes the right answer out of the context and sends its first half, as if all of it were to come. */
    void sendHalf() {
        try (InputStream right = Objects.requireNonNull(ctx.resultInputStream())) {
            byte[] text = right.readAllBytes();
            ctx.res().setContentLength(text.length);
            ctx.res().getOutputStream().write(text, 0, text.length / 2);
            ctx.res().flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds no thread meanwhile. Only the server's stop ends the wait early: it closes the socket and refuses what comes then. */
    void later(Duration delay, Runnable what) {
        Executor threads = CompletableFuture.delayedExecutor(
                delay.toMillis(),
                TimeUnit.MILLISECONDS,
                request.getConnectionMetaData().getConnector().getExecutor());
        ctx.future(() -> CompletableFuture.runAsync(what, threads));
    }
}
