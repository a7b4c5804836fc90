package selfbooking.bench;

import static selfbooking.bench.PagesBench.row;
import static selfbooking.bench.PagesBench.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What we promise of the pages, and what it is today. */
final class Goals {

    private static final int VIEWERS = 1_000;
    private static final int CONNECTIONS = 45;
    private static final int ROUNDS = 3;
    private static final Duration SLOW = Duration.ofSeconds(2);
    /** After that a page is made of what has come: no viewer waits longer for the diary. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Clinic clinic;
    private final Contest contest;
    private final Asked times;
    private final int seconds;

    Goals(Clinic clinic, Contest contest, int seconds) {
        this.clinic = clinic;
        this.contest = contest;
        this.times = Asked.zipped(clinic.site().address(Clinic.TIMES));
        this.seconds = seconds;
    }

    void print(long ours, long bare, long nginx) throws Exception {
        say("");
        say("| goal | must | aim | measured |");
        say("|---|---|---|---|");
        ratio("times, warm, gzip, of bare Javalin", "80 %", "", "times", "gzip");
        ratio("times, a hold each second, of bare Javalin", "50 %", "", "times", "gzip, a hold each second");
        rate("details, rendered afresh", "900 a second", "details", "plain");
        p99("times, warm, gzip, 64 connections, p99", "", "10 ms", "gzip");
        p99("times, warm, gzip, 8 connections, p99", "35 ms", "10 ms", "gzip, 8 connections");
        say("| memory after all of the above (bare Javalin %d MB) | 400 MB | 300 MB | %d MB |", bare, ours);
        weights();
        warmCalls();
        viewersOfAColdWeek();
        besideBookings();
        besideWaiting();
    }

    private void ratio(String goal, String must, String aim, String page, String way) {
        double ratio = contest.ratio(row("ours", page, way), row("bare Javalin", page, way.replaceFirst(",.*", "")));
        say("| %s | %s | %s | %.0f %% |", goal, must, aim, 100 * ratio);
    }

    private void rate(String goal, String must, String page, String way) {
        say("| %s | %s | | %,.0f a second |", goal, must, contest.median(row("ours", page, way), Wrk::aSecond));
    }

    private void p99(String goal, String must, String aim, String way) {
        say("| %s | %s | %s | %.1f ms |", goal, must, aim, contest.median(row("ours", "times", way), Wrk::p99));
    }

    /** What a browser fetches before it shows the times for the first time. */
    private void weights() throws IOException, InterruptedException {
        var site = clinic.site();
        String page = site.page(Clinic.TIMES);
        int slots = site.slots(Clinic.TIMES).size();
        int zipped = site.get(Clinic.TIMES, "Accept-Encoding", "gzip").body().length;
        List<String> files = Site.all(page, "(?:href|src)=\"(/static/[^\"]+)\"");
        int all = zipped;
        for (String file : files) {
            all += site.get(file, "Accept-Encoding", "gzip").body().length;
        }
        say(
                "| times with %d slots, worked out for 150, plain and gzipped | 45, 5 KB | 15, 2 KB | %s, %s KB |",
                slots, kilobytes(page.length() * 150 / slots), kilobytes(zipped * 150 / slots));
        say("| first view of times with %d slots, gzipped | 60 KB | 30 KB | %s KB |", slots, kilobytes(all));
        say("| requests of a first view | 4 | 3 | %d |", 1 + files.size());
    }

    private static String kilobytes(int bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }

    /** In the order of arrival. */
    private List<JsonNode> reads() {
        return clinic.console().calls().stream()
                .filter(call ->
                        call.path("path").asText().toLowerCase(Locale.ROOT).contains("availabilityslot"))
                .toList();
    }

    private void warmCalls() throws IOException, InterruptedException {
        clinic.site().get(Clinic.TIMES);
        int before = reads().size();
        Wrk.of(times, CONNECTIONS, 1);
        say("| calls of the diary in a second of warm views | 0 | 0 | %d |", reads().size() - before);
    }

    private void viewersOfAColdWeek() throws Exception {
        clinic.slow(SLOW);
        int before = reads().size();
        long begun = System.nanoTime();
        atOnce(VIEWERS, () -> clinic.site().get(clinic.inWeeks(5)).statusCode());
        double last = seconds(System.nanoTime() - begun);
        var reads = reads();
        reads = reads.subList(before, reads.size());
        clinic.console().clearFaults();
        // Comes when the reads that their page did not wait for have come.
        clinic.site().get(clinic.inWeeks(5));
        long different =
                reads.stream().map(read -> read.path("query")).distinct().count();
        say(
                "| calls for 1,000 viewers of cold weeks, and how many of them came again | once | once | %d, %d |",
                reads.size(), reads.size() - different);
        long lastCame = reads.get(reads.size() - 1).path("atNanos").asLong();
        double waited = Math.min(seconds(lastCame - begun + SLOW.toNanos()), seconds(LONGEST.toNanos()));
        say(
                "| last of 1,000 answered, beyond the %.1f s that the diary took | | 1 s | %.1f s |",
                waited, last - waited);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Fails unless all are shown a page. */
    private static void atOnce(int many, Callable<Integer> view) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(many);
        for (var status :
                pool.invokeAll(IntStream.range(0, many).mapToObj(i -> view).toList())) {
            if (status.get() >= 400) {
                throw new IOException("answered with " + status.get());
            }
        }
        pool.shutdown();
    }

    private void besideBookings() throws Exception {
        String who = "new patients' bookings wait %d s for ten calls a second".formatted(Bookings.SECONDS);
        beside(who, "1.5", "1.1", Bookings.SECONDS, () -> new Bookings(clinic));
    }

    private void besideWaiting() throws Exception {
        clinic.slow(SLOW);
        var viewers = new ColdViewers(clinic);
        beside("viewers wait 2 s for the diary", "2", "1.2", seconds, () -> viewers);
        clinic.console().clearFaults();
    }

    /** Warm pages alone and then beside those who wait, in turn. The first round warms up what the others need and does not count. */
    private void beside(String who, String must, String aim, int each, Callable<Crowd> others) throws Exception {
        var alone = new ArrayList<Wrk>();
        var beside = new ArrayList<Wrk>();
        int many = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            var quiet = Wrk.of(times, CONNECTIONS, each);
            var crowd = others.call();
            many = crowd.count();
            var busy = crowd.during(() -> Wrk.of(times, CONNECTIONS, each));
            if (round > 0) {
                alone.add(quiet);
                beside.add(busy);
            }
        }
        double before = Contest.median(alone, Wrk::p99);
        double during = Contest.median(beside, Wrk::p99);
        say(
                "| p99 of times, warm, while %d %s | %s × alone | %s × | %.1f × (%.1f, alone %.1f ms) |",
                many, who, must, aim, during / before, during, before);
    }
}
