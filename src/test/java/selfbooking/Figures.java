package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** What {@code /metrics} says at one moment, series by series. */
public record Figures(String text) {

    public static final String TOKEN = "a-token-of-this-test-only";

    public static Figures of(RunningApp app) {
        var answer = app.get("/metrics", "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Figures(answer.body());
    }

    public Stream<String> lines() {
        return text.lines().filter(line -> !line.startsWith("#"));
    }

    /** Names with their labels, without values. */
    public List<String> series() {
        return lines().map(Figures::name).sorted().toList();
    }

    private static String name(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    /** All series of that name whose labels hold these words, added up; 0 when there is none. */
    public double sum(String name, String... words) {
        return lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(words).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
