package selfbooking.web.server;

import java.util.function.BooleanSupplier;

/** For machines: whether to restart us, and whether to send people here. */
public final class Health {

    private final BooleanSupplier storeReady;
    private final BooleanSupplier diaryReachable;

    public Health(BooleanSupplier storeReady, BooleanSupplier diaryReachable) {
        this.storeReady = storeReady;
        this.diaryReachable = diaryReachable;
    }

    /** Touches nothing: a restart mends no database. */
    public Response live(Request visit) {
        return new Response.Json(200, "{\"status\":\"up\"}");
    }

    /** Without the diary we still show kept times and the phone, so that is no reason to stay away. */
    public Response ready(Request visit) {
        boolean store = storeReady.getAsBoolean();
        boolean diary = diaryReachable.getAsBoolean();
        String status = !store ? "unready" : diary ? "ready" : "degraded";
        String json = "{\"status\":\"%s\",\"checks\":{\"store\":\"%s\",\"diary\":\"%s\"}}";
        return new Response.Json(store ? 200 : 503, json.formatted(status, word(store), word(diary)));
    }

    private static String word(boolean good) {
        return good ? "ok" : "unreachable";
    }
}
