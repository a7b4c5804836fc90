package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Sample;
import selfbooking.TestStore;
import selfbooking.Wait;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.BookingTable;
import selfbooking.booking.draft.SubmitResult;
import selfbooking.booking.draft.TapResult;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.booking.times.Query;
import selfbooking.store.Erasure;
import selfbooking.store.Store;

/** The power goes while patients type and send and the log is emptied now and then; on SQLite, whatever the other tests run on. */
class PowerCutTest {

    private static final int CUTS = Sample.of(5, 50);
    private static final int PATIENTS_AT_A_TIME = 4;
    private static final int WEEKS = 6;

    /** The keys of bookings of which a patient was told that they are sent. */
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    private final AtomicInteger patients = new AtomicInteger();
    private volatile boolean over;

    @TempDir
    private Path folder;

    @Test
    void every_booking_that_was_acknowledged_is_there_after_a_power_cut() throws Exception {
        var seed = new Random().nextLong();
        var pool = Executors.newFixedThreadPool(PATIENTS_AT_A_TIME + 2);
        try (var desk = new OpenDesk(TestStore.sqlite(folder.resolve("live")), SubmitTimings.USUAL);
                var power = new PowerCut(folder.resolve("live"), new Random(seed))) {
            load(desk, pool);
            Wait.until("bookings", () -> sent.size() >= PATIENTS_AT_A_TIME);
            for (int cut = 0; cut < CUTS; cut++) {
                if (cut % 2 == 0) {
                    pool.execute(() -> Erasure.settle(desk.store.jdbi()));
                }
                var copy = folder.resolve("cut" + cut);
                allThere(power.after(() -> List.copyOf(sent), copy), copy);
            }
            ended(pool);
            System.out.printf("%s, bookings acknowledged: %d, seed %d%n", power, sent.size(), seed);
        } finally {
            over = true;
        }
    }

    private void load(OpenDesk desk, ExecutorService pool) {
        var times = new ConcurrentLinkedQueue<>(IntStream.range(0, WEEKS)
                .mapToObj(week -> week(desk, week))
                .flatMap(List::stream)
                .toList());
        var draft = desk.held(times.remove().slot());
        pool.execute(() -> typing(desk.bookings(), draft));
        for (int patient = 0; patient < PATIENTS_AT_A_TIME; patient++) {
            pool.execute(() -> {
                for (var time = times.poll(); time != null && !over; time = times.poll()) {
                    book(desk.bookings(), time);
                }
            });
        }
    }

    private void typing(Bookings bookings, String draft) {
        while (!over) {
            bookings.answer(draft, People.ZOE);
        }
    }

    private void ended(ExecutorService pool) throws InterruptedException {
        over = true;
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Offer> week(OpenDesk desk, int week) {
        var from = LocalDate.now(desk.clock).plusDays(3).plusWeeks(week);
        return desk.times().search(new Query(null, List.of(), null, null, from), null).days().stream()
                .flatMap(day -> day.offers().stream())
                .toList();
    }

    private void book(Bookings bookings, Offer time) {
        if (bookings.start(time.slot(), OpenDesk.HERE) instanceof TapResult.Held held) {
            bookings.answer(held.key(), People.number(patients.getAndIncrement()));
            var seen = bookings.find(held.key()).orElseThrow().revision();
            if (bookings.submit(held.key(), seen) == SubmitResult.SENT) {
                sent.add(held.key());
            }
        }
    }

    private static void allThere(List<String> keys, Path copy) {
        try (var store = Store.open(copy)) {
            var checked = store.jdbi()
                    .withHandle(db -> db.select("pragma integrity_check")
                            .mapTo(String.class)
                            .list());
            assertThat(checked).as("%s", copy).containsExactly("ok");
            var table = new BookingTable(store.jdbi(), OpenDesk.CLINIC.slug());
            assertThat(keys)
                    .as("%s", copy)
                    .allSatisfy(key -> assertThat(table.find(key))
                            .hasValueSatisfying(row -> assertThat(row.state()).isNotIn(State.DRAFT, State.ENDED)));
        }
    }
}
