package selfbooking.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program in a process of its own; closing it sends SIGTERM and waits for its end. */
record Running(Process program, Path out) implements AutoCloseable {

    /** Runs in that folder, with these variables besides its own, and counts as started once the condition holds. */
    static Running start(
            String name, Path folder, Map<String, String> variables, List<String> command, BooleanSupplier started)
            throws IOException, InterruptedException {
        Path out = folder.resolve(name + ".out");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(variables);
        var running = new Running(builder.start(), out);
        for (int waited = 0; !started.getAsBoolean(); waited++) {
            if (waited > 600 || running.program.waitFor(100, TimeUnit.MILLISECONDS)) {
                running.close();
                throw new IOException(name + " did not start:\n" + Files.readString(out));
            }
        }
        return running;
    }

    static BooleanSupplier listens(int port) {
        return () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it holds of the machine's memory, by Linux' own account. */
    long megabytes() throws IOException {
        String line = Files.readString(Path.of("/proc/" + program.pid() + "/status"))
                .lines()
                .filter(status -> status.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }

    @Override
    public void close() {
        program.destroy();
        program.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
