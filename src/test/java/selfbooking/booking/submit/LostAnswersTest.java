package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Sample;
import selfbooking.booking.State;
import selfbooking.booking.submit.LostAnswer.Ending;

/** Every fault that the sandbox knows, at every call of a submit, once and twice in a row; some of them in the quick run. */
class LostAnswersTest {

    private static final int AT_A_TIME = 12;
    private static final Path KEPT = Path.of("docs/lost-answers.md");
    private static final Path NOW = Path.of("target/lost-answers.md");
    private static final String HEAD = """
            # What becomes of a booking when the diary's answers fail

            A new patient's booking, with one kind of [fault](sandbox.md#faults) at one kind of call, met once and met twice in a row. \
            A test makes all of them, and fails when one ends otherwise than it stands here, when the diary holds anything but one \
            appointment of a booking that is told as booked and none of another, or when it has a second client. The last two calls are \
            made only after the answer to the booking got lost.

            | call | fault | met once | bookings sent | met twice | bookings sent |
            |---|---|---|---|---|---|
            """;

    @TempDir
    private Path folder;

    @Test
    void lost_answers_end_as_documented_and_nothing_is_lost_doubled_or_untrue() throws Exception {
        var endings = endings();

        assertThat(endings)
                .allSatisfy((answer, ending) -> assertThat(ending.appointments())
                        .as("%s: %s", answer, ending)
                        .isEqualTo(ending.told() == State.BOOKED ? 1 : 0))
                .allSatisfy((answer, ending) ->
                        assertThat(ending.clients()).as("%s", answer).isLessThanOrEqualTo(1))
                .allSatisfy((answer, ending) ->
                        assertThat(cells(answer, endings)).as("%s", answer).isEqualTo(documented(answer)));
        if (Sample.isAll()) {
            Files.writeString(NOW, HEAD + table(endings));
            assertThat(read(NOW))
                    .as("%s, copied to %s if that is right", NOW, KEPT)
                    .isEqualTo(read(KEPT));
        }
    }

    private static String documented(LostAnswer answer) {
        var row = "| %s | %s | ".formatted(answer.call().words, answer.fault().words());
        return read(KEPT)
                .lines()
                .filter(line -> line.startsWith(row))
                .map(line -> line.substring(row.length()).split(" \\| | \\|", -1))
                .map(cells -> cells[2 * answer.times() - 2] + " | " + cells[2 * answer.times() - 1])
                .findFirst()
                .orElse("not in " + KEPT);
    }

    private Map<LostAnswer, Ending> endings() throws Exception {
        var pool = Executors.newFixedThreadPool(AT_A_TIME);
        var running = new LinkedHashMap<LostAnswer, Future<Ending>>();
        Sample.of(9, all().toList())
                .forEach(answer ->
                        running.put(answer, pool.submit(() -> answer.in(folder.resolve(answer.toString())))));
        pool.shutdown();
        var ended = new LinkedHashMap<LostAnswer, Ending>();
        for (var one : running.entrySet()) {
            ended.put(one.getKey(), one.getValue().get());
        }
        return ended;
    }

    private static Stream<LostAnswer> all() {
        return Stream.of(LostAnswer.Call.values())
                .flatMap(call -> Stream.of(LostAnswer.Fault.values())
                        .flatMap(fault ->
                                IntStream.rangeClosed(1, 2).mapToObj(times -> new LostAnswer(call, fault, times))));
    }

    private static String table(Map<LostAnswer, Ending> endings) {
        return endings.keySet().stream()
                .filter(answer -> answer.times() == 1)
                .map(answer -> row(answer, endings))
                .collect(Collectors.joining());
    }

    private static String row(LostAnswer once, Map<LostAnswer, Ending> endings) {
        var twice = new LostAnswer(once.call(), once.fault(), 2);
        return "| %s | %s | %s | %s |\n"
                .formatted(once.call().words, once.fault().words(), cells(once, endings), cells(twice, endings));
    }

    private static String cells(LostAnswer answer, Map<LostAnswer, Ending> endings) {
        var ending = Objects.requireNonNull(endings.get(answer));
        return words(ending.told()) + " | " + ending.bookingsSent();
    }

    private static String words(State told) {
        return switch (told) {
            case BOOKED -> "booked";
            case CALL_CLINIC -> "left to the clinic";
            case TAKEN -> "taken";
            default -> told.name();
        };
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
