package selfbooking.booking.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Wait;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.Person;
import selfbooking.booking.State;
import selfbooking.booking.draft.answers.Answers;

/** What lies on the disk, in the database's own files: never a patient's word, and after its time not even the sealed text. */
class ErasedTest {

    private static final List<String> WORDS =
            List.of("Zebulonia", "Quarringtonne", "491570006", "570 006", "zq@marker", "1987-03-27", "vexed kneecap");

    @TempDir
    private Path folder;

    private OpenDesk desk;

    @BeforeEach
    void open() {
        desk = new OpenDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void no_word_of_a_patient_is_readable_and_nothing_sealed_outlives_its_time() {
        var times = desk.freeTimes();
        desk.filledIn(times.get(0).slot(), patient(0));
        desk.bookings().release(desk.filledIn(times.get(3).slot(), patient(1)));
        assertThat(desk.send(desk.filledIn(times.get(6).slot(), patient(2))).state())
                .isEqualTo(State.BOOKED);
        desk.console.switches("{\"revokedPermissions\":[\"CREATE_APPOINTMENT\"]}");
        assertThat(desk.send(desk.filledIn(times.get(9).slot(), patient(3))).state())
                .isEqualTo(State.CALL_CLINIC);
        assertNoWordIsReadable();
        var sealed = sealed();
        assertThat(sealed).hasSize(3).allMatch(this::isInAFile);

        var end = times.get(9).slot().end();
        desk.clock.forward(Duration.between(desk.clock.instant(), end).plusHours(25));
        waitUntilAreGone(sealed, 1);
        desk.clock.forward(Duration.ofDays(7));
        waitUntilAreGone(sealed, 0);
        assertNoWordIsReadable();
    }

    @Test
    void answers_of_a_draft_that_was_given_up_leave_the_files_at_once() {
        var key = desk.filledIn(desk.freeTime().slot(), patient(0));
        var sealed = sealed();

        desk.bookings().release(key);

        waitUntilAreGone(sealed, 0);
    }

    @Test
    void answers_that_were_written_over_leave_the_files() {
        var key = desk.filledIn(desk.freeTime().slot(), patient(0));
        var sealed = sealed();

        desk.bookings().answer(key, patient(1));

        Wait.until("the old text to go", () -> sealed.stream().noneMatch(this::isInAFile));
        assertThat(sealed()).hasSize(1).allMatch(this::isInAFile);
    }

    private static Answers patient(int number) {
        return Person.named("Zebulonia" + "abcd".charAt(number), "Quarringtonne")
                .bookedBy("Zebulonia Booker")
                .withMobile("0491 570 006")
                .withEmail("zq@marker.example")
                .because("vexed kneecap")
                .agreeing()
                .answers();
    }

    private List<String> sealed() {
        return desk.store
                .jdbi()
                .withHandle(db -> db.createQuery("select answers from booking where answers is not null")
                        .mapTo(String.class)
                        .map(text -> text.substring(text.indexOf('.') + 1))
                        .list());
    }

    private void waitUntilAreGone(List<String> sealed, int left) {
        Wait.until("erased rows", () -> sealed().size() == left);
        var kept = sealed();
        Wait.until("erased files", () -> sealed.stream().filter(this::isInAFile).allMatch(kept::contains));
    }

    private void assertNoWordIsReadable() {
        assertThat(WORDS).noneMatch(this::isInAFile);
    }

    /** In whatever file, by whatever letters. */
    private boolean isInAFile(String text) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
