package selfbooking.booking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Passes bytes on to a server, and loses the answer, or the request itself, of the next call that begins with a given line. */
public final class TcpProxy implements AutoCloseable {

    /** What is lost of a call whose first line begins so. */
    private record Fault(String firstLine, boolean before) {}

    private final ServerSocket door;
    private final int target;
    private final AtomicReference<Fault> next = new AtomicReference<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private TcpProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    public static TcpProxy to(int port) {
        try {
            var proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** The server does what the next such call asks, and its answer is lost. */
    public void loseAnswerOf(String firstLine) {
        next.set(new Fault(firstLine, false));
    }

    /** The next such call never reaches the server. */
    public void loseRequest(String firstLine) {
        next.set(new Fault(firstLine, true));
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                inBackground(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            if (door.isClosed()) {
                return;
            }
            var lost = new AtomicBoolean();
            inBackground(() -> answers(server, client, lost));
            requests(client, server, lost);
        } catch (IOException gone) {
            // one side hung up
        } finally {
            clients.remove(client);
        }
    }

    private void requests(Socket client, Socket server, AtomicBoolean lost) throws IOException {
        var bytes = new byte[65_536];
        int read;
        while ((read = client.getInputStream().read(bytes)) > 0) {
            var text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
            var fault = next.get();
            if (fault != null && text.startsWith(fault.firstLine()) && next.compareAndSet(fault, null)) {
                lost.set(true);
                if (fault.before()) {
                    return;
                }
            }
            server.getOutputStream().write(bytes, 0, read);
        }
    }

    private static void answers(Socket server, Socket client, AtomicBoolean lost) {
        try (client) {
            InputStream in = server.getInputStream();
            var bytes = new byte[65_536];
            int read;
            while ((read = in.read(bytes)) > 0 && !lost.get()) {
                client.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException gone) {
            // one side hung up
        }
    }

    /** Nothing gets through any more, over a connection from before neither. */
    @Override
    public void close() {
        try {
            door.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
