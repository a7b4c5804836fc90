package selfbooking.web.server;

import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import selfbooking.web.WebServer;

/** For machines that draw curves: what was counted, for whoever has the token. To all others there is no such address. */
public final class MetricsPage {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> figures;
    private final @Nullable String token;

    public MetricsPage(WebServer.Metering metering) {
        this.figures = metering.figures();
        this.token = metering.token();
    }

    public Response show(Request visit) {
        if (token == null || !same("Bearer " + token, visit.authorization())) {
            throw new NotFoundResponse();
        }
        return new Response.Text(TEXT, figures.get());
    }

    /** Takes as long however much of it is right. */
    private static boolean same(String right, String sent) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
