package selfbooking.sandbox.faults;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that arrive whole and are not what the API would say. */
final class WrongAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(WrongAnswers.class);
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Please wait</title></head>"
            + "<body><h1>Back soon</h1><p>This service is being maintained.</p></body></html>";
    private static final int HUGE = 50_000_000;
    private static final int ROW = 1_000;

    private WrongAnswers() {}

    static void status(Context ctx, int status, int retryAfterSeconds) {
        if (retryAfterSeconds > 0) {
            ctx.header("Retry-After", Integer.toString(retryAfterSeconds));
        }
        ctx.status(status).contentType("text/plain; charset=utf-8").result("Fault " + status);
    }

    static void page(Context ctx) {
        ctx.status(200).contentType("text/html; charset=utf-8").result(PAGE);
    }

    static void prose(Context ctx) {
        json(ctx).result("{\"appointment\": done, thank you");
    }

    /** Made while it is sent, until it is all sent or the caller has had enough. */
    static void huge(Context ctx) {
        json(ctx);
        byte[] row = ("{\"appointmentId\":\"" + "0".repeat(ROW) + "\"},\n").getBytes(StandardCharsets.UTF_8);
        try {
            OutputStream out = ctx.res().getOutputStream();
            out.write("{\"appointments\":[".getBytes(StandardCharsets.UTF_8));
            for (int sent = 0; sent < HUGE; sent += row.length) {
                out.write(row);
            }
            out.write("{}]}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException enough) {
            LOG.debug("The caller did not read all of a huge answer");
        }
    }

    private static Context json(Context ctx) {
        return ctx.status(200).contentType("application/json; charset=utf-8");
    }
}
