package selfbooking.coreplus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import selfbooking.coreplus.gate.Threads;

/** Answers each line after a while, and notes when it arrived. */
public final class BenchServer implements AutoCloseable {

    private final ServerSocket door;
    private final long answerNanos;
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();

    public BenchServer(long answerMillis) throws IOException {
        this.answerNanos = TimeUnit.MILLISECONDS.toNanos(answerMillis);
        door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Threads.named("bench-door").newThread(this::accept).start();
    }

    public Socket connect() throws IOException {
        return new Socket(door.getInetAddress(), door.getLocalPort());
    }

    /** In the order of their coming, in nanoseconds. */
    public long[] arrivals() {
        return arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void accept() {
        try {
            while (true) {
                var caller = door.accept();
                Threads.named("bench-answer").newThread(() -> answer(caller)).start();
            }
        } catch (IOException closed) {
            // the measurement is over
        }
    }

    private void answer(Socket caller) {
        try (caller;
                var lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            while (lines.readLine() != null) {
                arrivals.add(System.nanoTime());
                TimeUnit.NANOSECONDS.sleep(answerNanos);
                caller.getOutputStream().write('\n');
            }
        } catch (IOException | InterruptedException gone) {
            // the caller hung up
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
