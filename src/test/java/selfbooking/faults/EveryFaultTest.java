package selfbooking.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.faults.FaultyClinic.HOME;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import selfbooking.RunningApp;
import selfbooking.Sample;
import selfbooking.Wait;

/**
 * Whatever the diary's server does: cold pages are honest, warm ones stay, nobody starts what cannot be finished, and all is well again
 * once the server is. Each fault has an installation of its own; they run side by side, since most of it is waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultTest {

    /** Eight seconds, and two busy processors. */
    private static final Duration DEADLINE = Duration.ofSeconds(11);

    private static final int AT_A_TIME = 8;
    private static final List<Fault> ANY_TIME = Sample.of(4, EnumSet.allOf(Fault.class));
    private static final List<Fault> FROM_THE_START = Sample.of(
            2, EnumSet.of(Fault.NEVER_ANSWERS, Fault.STALLS_IN_THE_BODY, Fault.ERROR_500, Fault.HANGS_UP_BEFORE));

    private static final Pattern CHECKED = Pattern.compile("Times checked at [^<]+");

    private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    private final Map<Fault, Future<?>> warm = new EnumMap<>(Fault.class);
    private final Map<Fault, Future<?>> cold = new EnumMap<>(Fault.class);

    @BeforeAll
    void begin(@TempDir Path folder) {
        for (var fault : ANY_TIME) {
            warm.put(fault, pool.submit(() -> warm(fault, folder.resolve("warm" + fault))));
        }
        for (var fault : FROM_THE_START) {
            cold.put(fault, pool.submit(() -> cold(fault, folder.resolve("cold" + fault))));
        }
    }

    @AfterAll
    void end() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @FieldSource("ANY_TIME")
    void warm_pages_stay_and_cold_ones_are_honest(Fault fault) throws Exception {
        told(warm.get(fault));
    }

    @ParameterizedTest
    @FieldSource("FROM_THE_START")
    void clinic_of_which_nothing_is_known_says_so_and_recovers(Fault fault) throws Exception {
        told(cold.get(fault));
    }

    private static void told(Future<?> story) throws InterruptedException {
        try {
            story.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void warm(Fault fault, Path folder) {
        try (var clinic = FaultyClinic.open(folder)) {
            Wait.until("a kept page", () -> clinic.get(HOME).status() == 200);
            Wait.until("kept times", () -> clinic.get(clinic.week(1)).status() == 200);
            var slot = RunningApp.slots(clinic.get(clinic.week(1)).page()).get(0);
            var checked = checked(clinic.get(HOME));
            clinic.console.arm(fault.json());
            clinic.clock.forward(Duration.ofMinutes(20));

            coldPageIsHonest(clinic, clinic.week(8));
            keptPageStays(clinic, checked);
            nobodyStarts(clinic, slot);

            clinic.console.clearFaults();
            recovers(clinic, checked);
        }
    }

    private static void coldPageIsHonest(FaultyClinic clinic, String path) {
        var page = clinic.get(path);

        assertThat(page.isHonest())
                .as("%s %s", page.status(), page.page().body())
                .isTrue();
        assertThat(page.after()).isLessThan(DEADLINE);
    }

    /** It says when the diary gave it, and its times are no buttons. */
    private static void keptPageStays(FaultyClinic clinic, String checked) {
        var page = clinic.get(HOME);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().body()).contains(checked, "We cannot reach the clinic’s diary at the moment.");
        assertThat(RunningApp.slots(page.page())).isEmpty();
        assertThat(page.after()).isLessThan(DEADLINE);
    }

    private static void nobodyStarts(FaultyClinic clinic, String slot) {
        var answer = clinic.take(slot);

        assertThat(answer.isHonest()).as("%s", answer.status()).isTrue();
        assertThat(answer.after()).isLessThan(DEADLINE);
        assertThat(clinic.get("/health/ready"))
                .satisfies(ready -> assertThat(ready.status()).isEqualTo(200))
                .satisfies(ready -> assertThat(ready.page().body()).contains("\"degraded\""));
    }

    private static void recovers(FaultyClinic clinic, String checked) {
        Wait.until("a week that is read again", () -> clinic.get(clinic.week(8)).status() == 200);
        Wait.until("a page with buttons again", () -> {
            var page = clinic.get(HOME);
            return page.status() == 200 && !RunningApp.slots(page.page()).isEmpty();
        });
        Wait.until("newer times", () -> !checked(clinic.get(HOME)).equals(checked));
        assertThat(clinic.get("/health/ready").page().body()).contains("\"ready\"");
        var slot = RunningApp.slots(clinic.get(clinic.week(8)).page()).get(0);
        assertThat(clinic.take(slot).status()).isEqualTo(303);
    }

    private static void cold(Fault fault, Path folder) {
        try (var clinic = FaultyClinic.coldWith(fault, folder)) {
            coldPageIsHonest(clinic, HOME);
            coldPageIsHonest(clinic, clinic.week(2));
            assertThat(clinic.get("/health/live").status()).isEqualTo(200);

            clinic.console.clearFaults();
            Wait.until("the first page", () -> clinic.get(HOME).status() == 200);
        }
    }

    private static String checked(FaultyClinic.Seen page) {
        var found = CHECKED.matcher(page.page().body());
        assertThat(found.find()).as("%s", page.status()).isTrue();
        return found.group();
    }
}
