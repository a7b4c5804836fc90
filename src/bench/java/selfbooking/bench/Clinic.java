package selfbooking.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import selfbooking.SandboxConsole;

/** The built jar with the Procfile's flags, and a sandbox in a process of its own. */
record Clinic(Running app, Running sandbox, SandboxConsole console, Site site, LocalDate today)
        implements AutoCloseable {

    static final String HOME = "/clinic/";
    static final String TIMES = "/clinic/times";

    private static final String JAR =
            Path.of("target/selfbooking.jar").toAbsolutePath().toString();

    static Clinic open(Path java, Path folder) throws IOException, InterruptedException {
        int port = Running.freePort();
        var sandbox = Running.start(
                "sandbox",
                folder,
                Map.of(),
                List.of(java.toString(), "-jar", JAR, "sandbox", "--port", Integer.toString(port)),
                says(folder.resolve("sandbox.out"), "COREPLUS_ACCESS_TOKEN=.*\\R"));
        var settings = new HashMap<String, String>();
        for (String line : Files.readAllLines(sandbox.out())) {
            settings.put(line.replaceFirst("=.*", ""), line.replaceFirst("^[^=]*=", ""));
        }
        int own = Running.freePort();
        settings.putAll(Map.of("PORT", Integer.toString(own), "LIVE", "false", "DATA_DIR", folder.toString()));
        var command =
                Stream.concat(Stream.concat(Stream.of(java.toString()), flags().stream()), Stream.of("-jar", JAR));
        var app = Running.start("app", folder, settings, command.toList(), Running.listens(own));
        var site = new Site("http://127.0.0.1:" + own);
        site.get(HOME);
        return new Clinic(
                app,
                sandbox,
                new SandboxConsole("http://127.0.0.1:" + port),
                site,
                LocalDate.parse(Site.all(site.page(TIMES), "datetime=\"(\\d{4}-\\d\\d-\\d\\d)\"")
                        .get(0)));
    }

    private static BooleanSupplier says(Path out, String line) {
        return () -> {
            try {
                return Pattern.compile(line).matcher(Files.readString(out)).find();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** What the Procfile gives the JVM, and {@code JAVA_OPTS} after it. */
    static List<String> flags() throws IOException {
        String opts = System.getenv().getOrDefault("JAVA_OPTS", "");
        String line = Files.readString(Path.of("Procfile")).replace("$JAVA_OPTS", opts);
        return Arrays.stream(line.split("\\s+"))
                .filter(word -> word.startsWith("-X"))
                .toList();
    }

    /** A page of times that nobody else looks at. */
    String inWeeks(int weeks) {
        return TIMES + "?from=" + today.plusWeeks(weeks);
    }

    /** Has each read of free times take that long. */
    void slow(Duration answer) {
        console.arm(("{\"method\":\"GET\",\"path\":\"availabilityslot/\",\"times\":0,\"kind\":\"slow\","
                        + "\"delayMillis\":%d}")
                .formatted(answer.toMillis()));
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
