package selfbooking.coreplus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.http.CallDeadlines;
import selfbooking.coreplus.http.Http;

/** A server on a bare socket that answers as it is told, wrongly too; a null answer drops the connection. */
public final class Stub implements AutoCloseable {

    /** At the end of an answer: the connection is closed there. */
    public static final String CUT = "\u0000";

    public record Heard(String method, String target, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final ServerSocket server;
    private final Function<Heard, @Nullable String> reply;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    public Stub(Function<Heard, @Nullable String> reply) {
        this.reply = reply;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public static String json(int status, String body) {
        return answer(status, "application/json", body);
    }

    public static String answer(int status, String type, String body) {
        return "HTTP/1.1 " + status + " Stub\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** The answer, but not before then. */
    public static String once(CountDownLatch open, String answer) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public Connection connection() {
        return new Connection(uri(), "consumer", "short", "access");
    }

    public Api api() {
        return api(CallDeadlines.USUAL);
    }

    public Api api(CallDeadlines limits) {
        return Apis.over(connection(), Http.HEADERS, limits);
    }

    public List<Heard> heard() {
        return heard;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream())) {
            for (var request = read(in); request != null; request = read(in)) {
                heard.add(request);
                var answer = reply.apply(request);
                if (answer == null) {
                    return;
                }
                socket.getOutputStream().write(answer.replace(CUT, "").getBytes(StandardCharsets.UTF_8));
                if (answer.endsWith(CUT)) {
                    return;
                }
            }
        } catch (SocketException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Heard read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        var headers = new ConcurrentHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var words = first.split(" ", 3);
        return new Heard(words[0], words[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != -1 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
