package selfbooking.web.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.ProblemView;
import selfbooking.web.parts.View;

/** Turns what went wrong into a page, once for all routes. No message of an exception reaches a patient. */
public final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String RETRY_SECONDS = "30";

    private final Responder writing;
    private final BooleanSupplier storeReady;

    public ErrorPages(Responder writing, BooleanSupplier storeReady) {
        this.writing = writing;
        this.storeReady = storeReady;
    }

    public void register(RoutesConfig routes) {
        routes.exception(DiaryUnavailable.class, (e, ctx) -> busy(ctx));
        routes.exception(HttpResponseException.class, (e, ctx) -> refused(ctx, e));
        routes.exception(Exception.class, (e, ctx) -> fault(ctx, e));
    }

    private void busy(Context ctx) {
        ctx.header("Retry-After", RETRY_SECONDS);
        show(ctx, 503, ProblemView.busy(again(ctx)));
    }

    private void refused(Context ctx, HttpResponseException e) {
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            ctx.header("Allow", methods);
        }
        show(
                ctx,
                e.getStatus(),
                switch (e.getStatus()) {
                    case 403 ->
                        refusal("This form did not come from our page", "To book, start from the list of times.", ctx);
                    case 413 -> refusal("That is more than this page can take", "Go back and write less.", ctx);
                    default -> ProblemView.notFound(home(ctx));
                });
    }

    private void fault(Context ctx, Exception e) {
        String again = again(ctx);
        LOG.error("{} {} failed", ctx.method().name(), RequestLog.template(ctx), e);
        if (!storeReady.getAsBoolean()) {
            ctx.header("Retry-After", RETRY_SECONDS);
            show(ctx, 503, ProblemView.closed(again));
            return;
        }
        show(
                ctx,
                500,
                new ProblemView(
                        "Sorry, there is a problem with the service",
                        List.of(
                                "Try again in a few minutes.",
                                "If you were booking, the answers you sent before are kept.",
                                "If you call about this, say the reference " + RequestLog.id(ctx) + "."),
                        again == null ? null : new Link(again, "Try again")));
    }

    private void show(Context ctx, int status, ProblemView page) {
        writing.write(ctx, new Response.Shown(status, View.PROBLEM, page));
    }

    private ProblemView refusal(String heading, String line, Context ctx) {
        return new ProblemView(heading, List.of(line), new Link(home(ctx), "See free times"));
    }

    private String home(Context ctx) {
        return new PageAddresses(writing.deskOf(ctx).clinic().slug(), Responder.framed(ctx)).home();
    }

    /** Only what was asked for by a link can be asked for again by one. */
    private static @Nullable String again(Context ctx) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        return ctx.method().equals(HandlerType.GET) ? ctx.path() + query : null;
    }
}
