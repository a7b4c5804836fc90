package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import selfbooking.Sample;
import selfbooking.Wait;
import selfbooking.booking.DeskApart;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.State;
import selfbooking.booking.Step;

/**
 * A submit that is broken off at each of its points, in each of three ways, ends as if it had not been: told once and told true. Each has
 * an installation of its own; they run side by side, since most of it is waiting for a lease to end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultPointsTest {

    private static final int KILLED = 137;
    private static final int AT_A_TIME = 6;
    private static final Duration SOON = Duration.ofMillis(1_500);

    private interface Story {
        void tell(Path folder, String point) throws Exception;
    }

    private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    private final Map<String, Future<?>> thrown = new HashMap<>();
    private final Map<String, Future<?>> hung = new HashMap<>();
    private final Map<String, Future<?>> killed = new HashMap<>();

    static List<String> points() {
        return Sample.of(4, FaultPoints.names());
    }

    @BeforeAll
    void begin(@TempDir Path folder) {
        for (var point : points()) {
            begin(thrown, point, folder.resolve("thrown"), FaultPointsTest::fails);
            begin(hung, point, folder.resolve("hung"), FaultPointsTest::hangs);
            begin(killed, point, folder.resolve("killed"), FaultPointsTest::isKilled);
        }
    }

    private void begin(Map<String, Future<?>> stories, String point, Path folder, Story story) {
        Callable<String> telling = () -> {
            story.tell(Files.createDirectories(folder.resolve(point)), point);
            return point;
        };
        stories.put(point, pool.submit(telling));
    }

    @AfterAll
    void end() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_fails_at_a_point_is_taken_on_again(String point) throws Exception {
        told(thrown, point);
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_hangs_at_a_point_goes_on(String point) throws Exception {
        told(hung, point);
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_is_killed_at_a_point_goes_on_after_the_restart(String point) throws Exception {
        told(killed, point);
    }

    private static void told(Map<String, Future<?>> stories, String point) throws InterruptedException {
        try {
            Objects.requireNonNull(stories.get(point)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void fails(Path folder, String point) {
        try (var desk = desk(folder)) {
            var key = scene(desk, point);
            desk.reopen(point + ":1:throw");
            submitted(desk, key);

            assertThat(endOf(desk, key)).isEqualTo(sceneOf(point).end());
            toldTrue(desk, key);
        }
    }

    private static void hangs(Path folder, String point) {
        try (var desk = desk(folder)) {
            var key = scene(desk, point);
            desk.reopen(point + ":1:hang:" + SOON.toMillis());
            submitted(desk, key);

            assertThat(endOf(desk, key)).isEqualTo(sceneOf(point).end());
            toldTrue(desk, key);
        }
    }

    private static void isKilled(Path folder, String point) throws Exception {
        try (var desk = desk(folder)) {
            var key = scene(desk, point);
            desk.desk.close();

            assertThat(DeskApart.run(desk, folder, key, point + ":1:halt")).isEqualTo(KILLED);
            desk.desk = desk.open();
            submitted(desk, key);

            assertThat(endOf(desk, key)).isEqualTo(sceneOf(point).end());
            toldTrue(desk, key);
        }
    }

    @Test
    void point_that_is_none_is_refused_with_the_names_of_all() {
        for (var text :
                List.of("", "after-lunch:1:halt", "after-book:1", "after-book:x:halt", "after-book:1:explode")) {
            assertThatThrownBy(() -> FaultPoints.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> FaultPoints.of("after-lunch:1:halt")).hasMessageContaining("before-hand-over");
    }

    private static OpenDesk desk(Path folder) {
        return new OpenDesk(folder, SubmitTimings.arrivingWithin(SOON));
    }

    private static ScenesOfSubmit.Scene sceneOf(String point) {
        return ScenesOfSubmit.of(Stream.of(Step.values())
                .filter(step -> point.endsWith("-" + step.spelt()))
                .findFirst()
                .orElseThrow());
    }

    /** The key of a draft that is ready to be sent, with the diary prepared for what shall come. */
    private static String scene(OpenDesk desk, String point) {
        var scene = sceneOf(point);
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), scene.patient());
        if (scene.receptionWasQuicker()) {
            desk.receptionTakes(offer);
        }
        if (!scene.fault().isEmpty()) {
            desk.console.arm(scene.fault());
        }
        return key;
    }

    /** As a patient does who sends the form again after an error page. */
    private static void submitted(OpenDesk desk, String key) {
        var seen = desk.find(key).revision();
        try {
            desk.bookings().submit(key, seen);
        } catch (IllegalStateException atTheFaultPoint) {
            desk.bookings().submit(key, seen);
        }
    }

    private static State endOf(OpenDesk desk, String key) {
        Wait.until("decided", () -> !desk.find(key).state().pending());
        return desk.find(key).state();
    }

    private static void toldTrue(OpenDesk desk, String key) {
        var booking = desk.find(key);
        assertThat(desk.console.appointmentsNoting(Objects.requireNonNull(booking.reference())))
                .hasSize(booking.state() == State.BOOKED ? 1 : 0);
        assertThat(desk.posts("client")).isLessThanOrEqualTo(2);
    }
}
