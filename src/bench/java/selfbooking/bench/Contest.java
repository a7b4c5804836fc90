package selfbooking.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Who is asked in turn, round by round, and what was seen of each. */
final class Contest {

    /** Asks once. */
    interface Go {
        Wrk of(int seconds) throws Exception;
    }

    private final Map<String, Go> all = new LinkedHashMap<>();
    private final Map<String, List<Wrk>> seen = new LinkedHashMap<>();

    void add(String name, Go go) {
        all.put(name, go);
        seen.put(name, new ArrayList<>());
    }

    /** The first round warms all of them up and does not count. */
    void run(int rounds, int seconds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (var one : all.entrySet()) {
                var found = one.getValue().of(seconds);
                if (round > 0) {
                    seen(one.getKey()).add(found);
                }
            }
        }
    }

    double median(String name, ToDoubleFunction<Wrk> part) {
        return median(seen(name), part);
    }

    private List<Wrk> seen(String name) {
        return Objects.requireNonNull(seen.get(name), name);
    }

    static double median(List<Wrk> seen, ToDoubleFunction<Wrk> part) {
        return median(seen.stream().mapToDouble(part).toArray());
    }

    /** Of the rate, round by round, since rounds differ more from each other than neighbours do. */
    double ratio(String name, String other) {
        List<Wrk> ours = seen(name);
        List<Wrk> theirs = seen(other);
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> ours.get(i).aSecond() / theirs.get(i).aSecond());
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    void print() {
        PagesBench.say("| who | page | how | answers a second | p50 | p99 | of bare Javalin |");
        PagesBench.say("|---|---|---|---|---|---|---|");
        for (String name : all.keySet()) {
            String bare = name.replaceFirst("^ours", "bare Javalin").replaceFirst(",.*", "");
            PagesBench.say(
                    "| %s | %,.0f | %.1f ms | %.1f ms | %s |",
                    name,
                    median(name, Wrk::aSecond),
                    median(name, Wrk::p50),
                    median(name, Wrk::p99),
                    name.startsWith("ours") && !name.endsWith("connections") && all.containsKey(bare)
                            ? "%.0f %%".formatted(100 * ratio(name, bare))
                            : "");
        }
    }
}
