package selfbooking.booking;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Arrivals;
import selfbooking.Sample;
import selfbooking.Slow;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.TimesFound;

/** Up to two hundred patients look at a clinic of which nothing is kept yet, while others send what they have filled in. */
class RushTest extends AtTheDesk {

    /** The longest that a call for a booking waits for its turn while fewer than three are unanswered, and two busy processors. */
    private static final double TURN = 1_000 + 300;

    private static final int PATIENTS = Sample.of(50, 200);
    private static final int SENDERS = Sample.of(5, 20);
    /** The longest that a page waits for the diary, and two busy processors. */
    private static final Duration PAGE = Duration.ofSeconds(12);

    @Override
    @BeforeEach
    public void open(@TempDir Path folder) {
        desk = OpenDesk.atUsualPace(folder);
    }

    /** Two bookings are on their way at a time, so that of their lane never more than two calls are unanswered. */
    @Test
    @Slow
    void booking_waits_a_second_at_most_for_its_turn_while_two_hundred_look() throws Exception {
        var drafts = drafts();
        desk.reopen();
        var pool = Executors.newFixedThreadPool(PATIENTS);
        var views = IntStream.range(0, PATIENTS)
                .mapToObj(patient -> pool.submit(view(() -> week(patient % 7))))
                .toList();

        var two = Executors.newFixedThreadPool(2);
        var sent = drafts.stream()
                .limit(8)
                .map(key -> two.submit(() -> desk.send(key).state()))
                .toList();

        for (var state : sent) {
            assertThat(state.get()).isEqualTo(State.BOOKED);
        }
        two.shutdown();
        for (var view : views) {
            assertThat(view.get()).isLessThan(PAGE);
        }
        pool.shutdown();
        assertThat(turns("submit").count()).isGreaterThanOrEqualTo(2 * 8);
        assertThat(turns("looking").count()).isPositive();
        System.out.printf(
                "longest wait for a turn: submit %.0f ms of %d, looking %.0f ms of %d%n",
                turns("submit").max(MILLISECONDS),
                turns("submit").count(),
                turns("looking").max(MILLISECONDS),
                turns("looking").count());
        assertThat(turns("submit").max(MILLISECONDS)).isLessThanOrEqualTo(TURN);
    }

    private Timer turns(String lane) {
        return desk.meters
                .get("selfbooking.coreplus.gate.wait")
                .tag("lane", lane)
                .timer();
    }

    @Test
    void everybody_is_answered_in_time_and_each_week_is_read_once() throws Exception {
        var drafts = drafts();
        assertThat(drafts).hasSize(SENDERS);
        desk.reopen();
        int before = desk.console.calls().size();
        var pool = Executors.newFixedThreadPool(PATIENTS + SENDERS);
        var views = IntStream.range(0, PATIENTS).mapToObj(this::view).toList();
        var sent = new ArrayList<Callable<State>>();
        drafts.forEach(key -> sent.add(() -> desk.send(key).state()));

        var booked = sent.stream().map(pool::submit).toList();
        var waits = pool.invokeAll(views);

        for (var wait : waits) {
            assertThat(wait.get()).isLessThan(PAGE);
        }
        for (var state : booked) {
            assertThat(state.get()).isEqualTo(State.BOOKED);
        }
        pool.shutdown();
        var calls = desk.console.calls();
        assertThat(reads(calls.subList(before, calls.size()))).isNotEmpty().doesNotHaveDuplicates();
        assertThat(calls).allMatch(call -> call.path("status").asInt() != 429);
        assertThat(Arrivals.mostInASecond(calls)).isLessThanOrEqualTo(10);
    }

    /** In weeks that nobody looks at meanwhile. */
    private List<String> drafts() {
        var late =
                new Query(null, List.of(), null, null, LocalDate.now(desk.clock).plusWeeks(6));
        var keys = new ArrayList<String>();
        desk.times().search(late, null).days().stream()
                .flatMap(day -> day.offers().stream())
                .forEach(offer -> {
                    if (keys.size() < SENDERS
                            && desk.bookings().start(offer.slot(), OpenDesk.HERE) instanceof TapResult.Held held) {
                        desk.bookings().answer(held.key(), patient(keys.size()));
                        keys.add(held.key());
                    }
                });
        return keys;
    }

    private static Answers patient(int number) {
        var name = "Patient" + (char) ('a' + number);
        return Person.named("Ngaire", name).withMobile("0491 570 006").answers();
    }

    private Callable<Duration> view(int patient) {
        return view(() -> patient % 2 == 0 ? desk.times().home(Query.ANY).first() : desk.freeTimes());
    }

    private List<TimesFound.Day> week(int ahead) {
        var from = LocalDate.now(desk.clock).plusWeeks(ahead);
        return desk.times()
                .search(new Query(null, List.of(), null, null, from), null)
                .days();
    }

    private static Callable<Duration> view(Supplier<List<?>> page) {
        return () -> {
            long begun = System.nanoTime();
            assertThat(page.get()).isNotEmpty();
            return Duration.ofNanos(System.nanoTime() - begun);
        };
    }

    /** What was asked for, week by week and page by page. */
    private static List<String> reads(List<JsonNode> calls) {
        return calls.stream()
                .map(call -> call.path("path").asText() + call.path("query").asText())
                .filter(address -> address.toLowerCase(Locale.ROOT).contains("availabilityslot"))
                .toList();
    }
}
