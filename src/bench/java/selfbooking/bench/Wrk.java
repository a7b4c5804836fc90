package selfbooking.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What wrk saw of one address in one go. */
record Wrk(double aSecond, double p50, double p99) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern PART = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s|m)\\b");
    private static final Pattern WRONG = Pattern.compile("(Non-2xx or 3xx responses|Socket errors): .*");

    /** Asks with that many connections and two threads of its own; an answer that is no success is an error. */
    static Wrk of(Asked asked, int connections, int seconds) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s", "--latency"));
        asked.headers().forEach(header -> command.addAll(List.of("-H", header)));
        command.add(asked.address());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || WRONG.matcher(said).find()) {
            throw new IOException(asked.address() + "\n" + said);
        }
        List<Double> parts = PART.matcher(said).results().map(Wrk::milliseconds).toList();
        String rate = RATE.matcher(said).results().findFirst().orElseThrow().group(1);
        return new Wrk(Double.parseDouble(rate), parts.get(0), parts.get(1));
    }

    private static double milliseconds(MatchResult part) {
        double unit = switch (part.group(3)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            case "s" -> 1_000;
            default -> 60_000;
        };
        return Double.parseDouble(part.group(2)) * unit;
    }
}
