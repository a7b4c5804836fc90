package selfbooking.booking.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import selfbooking.Arrivals;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.times.Query;

/** How many bookings a minute go through the gate, and what each of them costs of its ten calls a second. */
final class SubmitBench {

    private static final int PATIENTS = 60;

    private final OpenDesk desk;
    private int taken;

    private SubmitBench(OpenDesk desk) {
        this.desk = desk;
    }

    public static void main(String[] arguments) throws IOException {
        try (var desk = OpenDesk.atUsualPace(Files.createTempDirectory("submit-bench"))) {
            var bench = new SubmitBench(desk);
            System.out.println(
                    "| patients | bookings | calls each | target | bookings a minute | most calls in a second |");
            System.out.println("|---|---|---|---|---|---|");
            bench.measured("new to the clinic", 3);
            bench.measured("known to the clinic", 2);
        }
    }

    /** All at once; what pages read meanwhile is not counted. */
    private void measured(String who, int target) {
        var keys = drafts();
        int before = desk.console.calls().size();
        long begun = System.nanoTime();
        keys.forEach(key -> desk.bookings().submit(key, desk.find(key).revision()));
        for (var key : keys) {
            var end = desk.bookings().await(key, OpenDesk.LONG_ENOUGH).orElseThrow();
            if (end.state() != State.BOOKED) {
                throw new IllegalStateException("ended " + end.state());
            }
        }
        double minutes = (System.nanoTime() - begun) / (double) TimeUnit.MINUTES.toNanos(1);
        var calls = desk.console.calls();
        long submitting = calls.subList(before, calls.size()).stream()
                .map(call -> call.path("path").asText().toLowerCase(Locale.ROOT))
                .filter(path -> path.contains("/client/") || path.endsWith("/appointment/"))
                .count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %d | %.0f | %d |%n",
                who,
                keys.size(),
                (double) submitting / keys.size(),
                target,
                keys.size() / minutes,
                Arrivals.mostInASecond(calls));
    }

    /** Each round the same people, at other times. */
    private List<String> drafts() {
        var keys = new ArrayList<String>();
        for (var offer : times()) {
            if (keys.size() < PATIENTS
                    && desk.bookings().start(offer.slot(), OpenDesk.HERE) instanceof TapResult.Held held) {
                desk.bookings().answer(held.key(), People.number(keys.size()));
                keys.add(held.key());
            }
        }
        return keys;
    }

    private List<Offer> times() {
        var query =
                new Query(null, List.of(), null, null, LocalDate.now(desk.clock).plusWeeks(3 + 3L * taken++));
        return desk.times().search(query, null).days().stream()
                .flatMap(day -> day.offers().stream())
                .toList();
    }
}
