package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar in a process of its own, started by a command of the README, in an empty environment; closing it sends SIGTERM. */
public final class RunningJar implements AutoCloseable {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    static final Path JAR = BUILT.resolve("selfbooking.jar");
    public static final Path OWN_JAVA = Path.of(System.getProperty("java.home"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process jvm;
    private final Path out;
    private final Path err;

    private RunningJar(Process jvm, Path out, Path err) {
        this.jvm = jvm;
        this.out = out;
        this.err = err;
    }

    /** Runs in that folder; the command's java is the one given, and what it names of {@code target/} is what was built here. */
    public static RunningJar start(Path folder, Path javaHome, Map<String, String> settings, String command)
            throws IOException {
        var line = Arrays.asList(command.split(" "));
        line.replaceAll(word -> word.replace("target/", BUILT + "/"));
        line.set(0, javaHome.resolve("bin/java").toString());
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(settings);
        return new RunningJar(builder.start(), out, err);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Its code, at most ten seconds from now. */
    int exit() {
        return jvm.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue();
    }

    /** As {@link #exit}, after SIGTERM. */
    int stop() {
        jvm.destroy();
        return exit();
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        jvm.destroyForcibly().onExit().join();
    }

    /** The first answer with status 200, at most half a minute from now. */
    public String firstPage(URI address) throws IOException, InterruptedException {
        return firstPage(address, PATIENCE);
    }

    String firstPage(URI address, Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline && !jvm.waitFor(50, TimeUnit.MILLISECONDS)) {
            try {
                HttpResponse<String> answer = get(address);
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
            } catch (IOException e) {
                // Not listening yet: asked again until the deadline.
            }
        }
        throw new AssertionError("no answer from " + address + "; standard error:\n" + err());
    }

    /** Its first lines on standard output, at most half a minute from now. */
    public String[] firstLines(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (out().lines().count() < count && System.nanoTime() < deadline) {
            assertThat(jvm.waitFor(50, TimeUnit.MILLISECONDS)).as(err()).isFalse();
        }
        return out().lines().limit(count).toArray(String[]::new);
    }

    static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        stop();
    }
}
