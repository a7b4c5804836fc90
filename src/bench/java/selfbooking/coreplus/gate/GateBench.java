package selfbooking.coreplus.gate;

import com.google.common.util.concurrent.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import selfbooking.Arrivals;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.Ticket;
import selfbooking.coreplus.BenchServer;

/**
 * Two hundred callers at once through different limits of ten a second, side by side in one run: the most arrivals in any rolling second
 * as the server saw them, the calls per second, and how long a caller waited for its turn. Prints a table. A cold connection takes up to
 * half a second until its first byte leaves, as a handshake over a bad line does.
 */
final class GateBench {

    private static final int CALLERS = 200;
    private static final int SLOWEST_HANDSHAKE_MILLIS = 500;
    private static final Duration FOR_EVER = Duration.ofMinutes(5);

    /** Lets a call through at its time, and is told when it has ended. */
    private record Limit(Runnable enter, Runnable leave) {}

    private record Measured(String limit, int mostInASecond, double aSecond, List<Double> waits) {}

    private GateBench() {}

    public static void main(String[] args) throws Exception {
        say("| answer | connections | limit | most in a rolling second | calls a second | wait p50 | wait p99 |");
        say("|---|---|---|---|---|---|---|");
        for (long millis : new long[] {5, 100, 800}) {
            for (boolean cold : new boolean[] {false, true}) {
                sideBySide(millis, cold);
            }
        }
        say("");
        say("| answer | lane | callers | wait p50 | wait p99 |");
        say("|---|---|---|---|---|");
        for (long millis : new long[] {5, 100, 800}) {
            lanes(millis);
        }
        System.exit(0);
    }

    private static void sideBySide(long millis, boolean cold) throws Exception {
        var limits = new LinkedHashMap<String, Supplier<Limit>>();
        limits.put("**ours**: back 1 s after the end", GateBench::ours);
        limits.put("semaphore, back 1 s after it was taken", () -> semaphore(Duration.ofSeconds(1)));
        limits.put("semaphore, back 1.25 s after it was taken", () -> semaphore(Duration.ofMillis(1250)));
        limits.put("Bucket4j 10 a second", GateBench::bucket);
        limits.put("Guava RateLimiter 10", GateBench::guava);
        limits.put("Resilience4j 10 a second", GateBench::resilience);
        var all = Executors.newFixedThreadPool(limits.size());
        var running = new LinkedHashMap<String, Future<Measured>>();
        limits.forEach((name, limit) -> running.put(name, all.submit(() -> measured(name, limit.get(), millis, cold))));
        for (var ended : running.values()) {
            var found = ended.get();
            say("| %d ms | %s | %s | %d | %.1f | %.1f s | %.1f s |"
                    .formatted(
                            millis,
                            cold ? "cold" : "warm",
                            found.limit(),
                            found.mostInASecond(),
                            found.aSecond(),
                            part(found.waits(), 0.5),
                            part(found.waits(), 0.99)));
        }
        all.shutdown();
    }

    private static Measured measured(String name, Limit limit, long millis, boolean cold) throws Exception {
        try (var server = new BenchServer(millis)) {
            Queue<Socket> idle = new ConcurrentLinkedQueue<>();
            var waits = atOnce(CALLERS, caller -> () -> {
                long begun = System.nanoTime();
                limit.enter().run();
                double waited = (System.nanoTime() - begun) / 1e9;
                try {
                    call(server, idle, cold);
                } finally {
                    limit.leave().run();
                }
                return waited;
            });
            var arrivals = server.arrivals();
            return new Measured(name, Arrivals.mostInASecond(arrivals), steady(arrivals), waits);
        }
    }

    /** Warm callers take a connection that is open already, as far as there is one. */
    private static void call(BenchServer server, Queue<Socket> idle, boolean cold) throws Exception {
        var kept = cold ? null : idle.poll();
        var socket = kept == null ? server.connect() : kept;
        if (cold) {
            TimeUnit.MILLISECONDS.sleep(new SecureRandom().nextInt(SLOWEST_HANDSHAKE_MILLIS));
        }
        socket.getOutputStream().write('\n');
        if (socket.getInputStream().read() != '\n') {
            throw new IOException("no answer");
        }
        if (cold) {
            socket.close();
        } else {
            idle.add(socket);
        }
    }

    private static void lanes(long millis) throws Exception {
        var gate = Gates.own();
        var of = Map.of(Lane.SUBMIT, 20, Lane.VERIFY, 20, Lane.LOOKING, 120, Lane.BACKGROUND, 40);
        var lanes = new ArrayList<Lane>();
        of.forEach((lane, callers) -> IntStream.range(0, callers).forEach(n -> lanes.add(lane)));
        try (var server = new BenchServer(millis)) {
            Queue<Socket> idle = new ConcurrentLinkedQueue<>();
            var waits = atOnce(lanes.size(), caller -> () -> {
                long begun = System.nanoTime();
                gate.enter(new Ticket(lanes.get(caller)), FOR_EVER);
                double waited = (System.nanoTime() - begun) / 1e9;
                try {
                    call(server, idle, false);
                } finally {
                    gate.leave(lanes.get(caller));
                }
                return waited;
            });
            for (var lane : Lane.values()) {
                tell(millis, lane, lanes, waits);
            }
        }
        gate.close();
    }

    private static void tell(long millis, Lane lane, List<Lane> lanes, List<Double> waits) {
        var own = IntStream.range(0, lanes.size())
                .filter(caller -> lanes.get(caller) == lane)
                .mapToObj(waits::get)
                .toList();
        var name = lane.name().toLowerCase(Locale.ROOT);
        say("| %d ms | %s | %d | %.1f s | %.1f s |"
                .formatted(millis, name, own.size(), part(own, 0.5), part(own, 0.99)));
    }

    private static List<Double> atOnce(int callers, IntFunction<Callable<Double>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        var results = new ArrayList<Double>();
        for (var ended :
                pool.invokeAll(IntStream.range(0, callers).mapToObj(work).toList())) {
            results.add(ended.get());
        }
        pool.shutdown();
        return results;
    }

    private static Limit ours() {
        var gate = Gates.own();
        return new Limit(() -> gate.enter(new Ticket(Lane.SUBMIT), FOR_EVER), () -> gate.leave(Lane.SUBMIT));
    }

    private static Limit semaphore(Duration back) {
        var permits = new Semaphore(10);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        return new Limit(
                () -> {
                    permits.acquireUninterruptibly();
                    var unused = timer.schedule(() -> permits.release(), back.toMillis(), TimeUnit.MILLISECONDS);
                },
                () -> {});
    }

    private static Limit bucket() {
        var bucket = Bucket.builder()
                .addLimit(ten -> ten.capacity(10).refillGreedy(10, Duration.ofSeconds(1)))
                .build();
        return new Limit(() -> bucket.asBlocking().consumeUninterruptibly(1), () -> {});
    }

    private static Limit guava() {
        var limiter = RateLimiter.create(10);
        return new Limit(limiter::acquire, () -> {});
    }

    private static Limit resilience() {
        var limiter = io.github.resilience4j.ratelimiter.RateLimiter.of(
                "ten",
                RateLimiterConfig.custom()
                        .limitForPeriod(10)
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(FOR_EVER)
                        .build());
        return new Limit(limiter::acquirePermission, () -> {});
    }

    /** Without the first ten, which nobody has to wait for. */
    private static double steady(long[] arrivals) {
        return (arrivals.length - 10) * 1e9 / (arrivals[arrivals.length - 1] - arrivals[0]);
    }

    private static double part(List<Double> waits, double part) {
        var sorted = waits.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(part * sorted.size())));
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
