package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import selfbooking.Wait;

/** A submit that is broken off at each of its points, in each of three ways, ends as if it had not been: told once and told true. */
class FaultPointsTest {

    private static final int KILLED = 137;
    private static final Duration SOON = Duration.ofMillis(1_500);

    @TempDir
    private Path folder;

    static Stream<String> points() {
        return FaultPoints.names().stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_fails_at_a_point_is_taken_on_again(String point) {
        try (var desk = desk()) {
            var key = scene(desk, point);
            desk.reopen(point + ":1:throw");
            submitted(desk, key);

            assertThat(endOf(desk, key)).isEqualTo(sceneOf(point).end());
            toldTrue(desk, key);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_hangs_at_a_point_goes_on(String point) {
        try (var desk = desk()) {
            var key = scene(desk, point);
            desk.reopen(point + ":1:hang:" + SOON.toMillis());
            submitted(desk, key);

            assertThat(endOf(desk, key)).isEqualTo(sceneOf(point).end());
            toldTrue(desk, key);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void submit_that_is_killed_at_a_point_goes_on_after_the_restart(String point) throws Exception {
        try (var desk = desk()) {
            var key = scene(desk, point);
            desk.desk.close();

            assertThat(DeskApart.run(desk, folder, key, point + ":1:halt")).isEqualTo(KILLED);
            assertThat(DeskApart.run(desk, folder, key, "")).isZero();

            assertThat(desk.find(key).state()).isEqualTo(sceneOf(point).end());
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

    private OpenDesk desk() {
        return new OpenDesk(folder, Patience.arrivingWithin(SOON));
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
        var seen = desk.find(key).seen();
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
