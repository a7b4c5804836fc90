package selfbooking.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Holds the sizes that we aim at (docs/decisions, number 6). Lengths hold for tests too; medians for the product only, since a
 * test's body is a story of several steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SizesTest {
    /** Raised as tests grow, never lowered. */
    private static final double LEAST_TESTS_PER_LINE = 0.7;

    /** In lines of their own. */
    private static final Pattern COMMENT = Pattern.compile("^ *(/\\*(?s:.*?)\\*/|//.*)$", Pattern.MULTILINE);

    private static final Pattern PROMISE = Pattern.compile(
            "^ *(/\\*\\*(?:[^*]|\\*(?!/))*\\*/)\\s*(?:@[^\\n]+\\s+)*(?:public|package) ", Pattern.MULTILINE);

    private Sources main = new Sources(List.of(), List.of(), List.of());
    private Sources tests = main;
    private Sources benches = main;

    @BeforeAll
    void read() throws IOException {
        main = Sources.under(Path.of("src/main/java"));
        tests = Sources.under(Path.of("src/test/java"));
        benches = Sources.under(Path.of("src/bench/java"));
    }

    @Test
    void no_file_is_longer_than_250_lines() {
        assertThat(tooLong(all().flatMap(sources -> sources.files().stream()), 250))
                .isEmpty();
    }

    @Test
    void no_room_holds_more_than_25_files() {
        assertThat(main.files().stream()
                        .collect(Collectors.groupingBy(file -> file.path().getParent(), Collectors.counting()))
                        .entrySet())
                .filteredOn(room -> room.getValue() > 25)
                .as("a room of more files is two subjects; its sub-rooms count for themselves")
                .isEmpty();
    }

    @Test
    void most_files_are_short() {
        List<Sources.File> files = main.files().stream()
                .filter(file -> !file.path().endsWith("package-info.java"))
                .toList();
        holds("lines of a file", files, file -> file.lines().size(), 60, 130);
    }

    @Test
    void no_method_is_longer_than_30_lines() {
        assertThat(all().flatMap(sources -> sources.bodies().stream()).filter(body -> body.lines() > 30))
                .isEmpty();
    }

    @Test
    void most_methods_are_a_line_or_two() {
        holds("lines of a method", main.bodies(), Sources.Body::lines, 2, 10);
    }

    @Test
    void templates_are_shorter_than_120_lines() {
        assertThat(tooLong(Sources.below(Path.of("templates"), ".html"), 120)).isEmpty();
    }

    @Test
    void style_sheets_are_shorter_than_300_lines() {
        assertThat(tooLong(Sources.below(Path.of("static"), ".css"), 300)).isEmpty();
    }

    /** Inside the code we allow 5 %; what a public type or member promises is said besides, and must not drown it either. */
    @Test
    void comments_do_not_drown_the_code() {
        double all = share(SizesTest::comments);
        double inside = all - share(SizesTest::promises);
        System.out.printf("comments: %.1f %% of lines, inside the code %.1f %% (aim 2 to 5)%n", all, inside);
        assertThat(all).isLessThanOrEqualTo(12);
        assertThat(inside).isLessThanOrEqualTo(5);
    }

    private Stream<Sources> all() {
        return Stream.of(main, tests, benches);
    }

    private double share(ToLongFunction<Sources.File> lines) {
        return 100.0 * main.files().stream().mapToLong(lines).sum() / total(main);
    }

    @Test
    void tests_keep_up_with_the_product() {
        double ratio = (double) total(tests) / total(main);
        System.out.printf("lines: %d, of tests %d, ratio %.2f (aim 1.5 to 2)%n", total(main), total(tests), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(LEAST_TESTS_PER_LINE);
    }

    private static <T> void holds(String what, List<T> all, ToIntFunction<T> size, int median, int ninth) {
        List<T> sorted = all.stream().sorted(Comparator.comparingInt(size)).toList();
        int half = size.applyAsInt(sorted.get((sorted.size() - 1) / 2));
        int tail = size.applyAsInt(sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1));
        List<T> longest = sorted.subList(Math.max(0, sorted.size() - 8), sorted.size());
        int most = size.applyAsInt(longest.get(longest.size() - 1));
        System.out.printf("%s: %d, median %d, nine in ten %d, most %d%n", what, all.size(), half, tail, most);
        assertThat(half).as("median %s", what).isLessThanOrEqualTo(median);
        assertThat(tail).as("nine in ten %s; the longest are %s", what, longest).isLessThanOrEqualTo(ninth);
    }

    private static Stream<Sources.File> tooLong(Stream<Sources.File> files, int most) {
        return files.filter(file -> file.lines().size() > most);
    }

    private static int total(Sources sources) {
        return sources.files().stream().mapToInt(file -> file.lines().size()).sum();
    }

    private static long comments(Sources.File file) {
        return COMMENT.matcher(text(file))
                .results()
                .mapToLong(found -> found.group().lines().count())
                .sum();
    }

    /** The lines of comments that say what a public type or member is for, and a room's. */
    private static long promises(Sources.File file) {
        return PROMISE.matcher(text(file))
                .results()
                .mapToLong(found -> found.group(1).lines().count())
                .sum();
    }

    private static String text(Sources.File file) {
        return String.join("\n", file.lines()) + "\n";
    }
}
