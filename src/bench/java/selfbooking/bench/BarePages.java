package selfbooking.bench;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Javalin with nothing around it: sends a folder's files from memory, zipped ones to who takes them, none to who has them. */
final class BarePages {

    private static final String TAG = "\"same\"";

    private BarePages() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        byte[] home = Files.readAllBytes(folder.resolve("home"));
        byte[] homeZipped = Files.readAllBytes(folder.resolve("home.gz"));
        byte[] times = Files.readAllBytes(folder.resolve("times"));
        byte[] timesZipped = Files.readAllBytes(folder.resolve("times.gz"));
        var unused = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = false;
                    config.routes.get("/home", ctx -> send(ctx, home, homeZipped));
                    config.routes.get("/times", ctx -> send(ctx, times, timesZipped));
                })
                .start("127.0.0.1", Integer.parseInt(args[1]));
    }

    private static void send(Context ctx, byte[] plain, byte[] zipped) throws IOException {
        boolean takesZipped = "gzip".equals(ctx.header("Accept-Encoding"));
        ctx.contentType("text/html; charset=utf-8").header("ETag", TAG);
        if (TAG.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            ctx.res().flushBuffer();
            return;
        }
        if (takesZipped) {
            ctx.header("Content-Encoding", "gzip");
        }
        byte[] bytes = takesZipped ? zipped : plain;
        ctx.res().setContentLength(bytes.length);
        ctx.res().getOutputStream().write(bytes);
    }
}
