package selfbooking.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import selfbooking.RunningApp;
import selfbooking.SetClock;

/**
 * Processor time of a page of times with nothing cached: before each page the clock goes on by more than any answer may be shown. Uses only
 * what builds have in common, so that two builds can be measured with the same source in turn.
 */
public final class ColdPagesBench {

    private static final Duration TOO_OLD = Duration.ofMinutes(16);
    private static final OperatingSystemMXBean OS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ColdPagesBench() {}

    /** Arguments: pages to warm up, pages to measure. The environment names the sandbox, which is a process of its own. */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("cold-pages");
        var clock = new SetClock();
        try (var app = RunningApp.start(folder, sandbox(), clock)) {
            pages(app, clock, Integer.parseInt(arguments[0]));
            int measured = Integer.parseInt(arguments[1]);
            long before = OS.getProcessCpuTime();
            pages(app, clock, measured);
            System.out.printf("%.1f%n", (OS.getProcessCpuTime() - before) / 1e6 / measured);
        }
        System.exit(0);
    }

    private static Map<String, String> sandbox() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("COREPLUS_"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void pages(RunningApp app, SetClock clock, int number) throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(app.origin() + "/clinic/times"))
                .build();
        for (int page = 0; page < number; page++) {
            clock.forward(TOO_OLD);
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("name=\"slot\"")) {
                throw new IllegalStateException("no times: " + answer.statusCode());
            }
        }
    }
}
