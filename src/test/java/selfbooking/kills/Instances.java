package selfbooking.kills;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import selfbooking.JarIT;
import selfbooking.RunningJar;

/** One or more instances of the built application, each a process of its own, beside a sandbox in another one. */
final class Instances implements AutoCloseable {

    /** Nothing needs longer from one process of this machine to another. */
    private static final String WITHIN_FIVE_SECONDS = "-Dlate.arrival.seconds=5 ";

    /** With the {@code Procfile}'s heap, and the compiler that is ready soonest after a kill. */
    private static final String COMMAND =
            "java -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 " + WITHIN_FIVE_SECONDS + JarIT.TEST_MAIN;

    private final Path folder;
    private final Map<String, String> settings;
    private final RunningJar sandbox;
    private final String sandboxUrl;
    private final List<Integer> ports = new ArrayList<>();
    private final List<RunningJar> running = new ArrayList<>();

    /** Starts so many with these settings of the store. */
    Instances(Path folder, int many, Map<String, String> store) throws IOException, InterruptedException {
        this.folder = folder;
        int port = RunningJar.freePort();
        sandbox = RunningJar.start(
                folder,
                RunningJar.OWN_JAVA,
                Map.of(),
                "java -Xmx256m -XX:TieredStopAtLevel=1 -jar target/selfbooking.jar sandbox --port " + port);
        settings = new HashMap<>(store);
        for (var line : sandbox.firstLines(4)) {
            settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        sandboxUrl = "http://127.0.0.1:" + port;
        settings.put("DATA_DIR", folder.toString());
        settings.put("APP_SECRET", "a secret of this test and of no other");
        settings.put("LOG_LEVEL", "WARN");
        for (int i = 0; i < many; i++) {
            ports.add(RunningJar.freePort());
            running.add(started(i));
        }
        for (int i = 0; i < many; i++) {
            ready(i);
        }
    }

    String sandboxUrl() {
        return sandboxUrl;
    }

    int count() {
        return ports.size();
    }

    /** Where any one of them listens, up or not. */
    String anyOrigin() {
        return origin(ThreadLocalRandom.current().nextInt(ports.size()));
    }

    private String origin(int number) {
        return "http://127.0.0.1:" + ports.get(number);
    }

    /** SIGKILL, and at once a new one in its place. */
    void kill(int number) throws IOException, InterruptedException {
        running.get(number).kill();
        running.set(number, started(number));
        ready(number);
    }

    private RunningJar started(int number) throws IOException {
        var own = new HashMap<>(settings);
        own.put("PORT", "" + ports.get(number));
        return RunningJar.start(folder, RunningJar.OWN_JAVA, own, COMMAND);
    }

    private void ready(int number) throws IOException, InterruptedException {
        running.get(number).firstPage(URI.create(origin(number) + "/health/ready"));
    }

    /** Politely, the applications first. */
    @Override
    public void close() {
        running.forEach(RunningJar::close);
        sandbox.close();
    }
}
