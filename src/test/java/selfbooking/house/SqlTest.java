package selfbooking.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for each SQL text of the product. */
class SqlTest {

    private static final Pattern INSERT = Pattern.compile("insert\\s+into\\s+\\S+\\s+\\S", Pattern.CASE_INSENSITIVE);

    /** Otherwise a column that a later migration adds breaks the insert, or moves its values. */
    @Test
    void every_insert_names_its_columns() {
        assertThat(inserts()).hasSizeGreaterThanOrEqualTo(7).allMatch(insert -> insert.endsWith("("));
    }

    private static List<String> inserts() {
        var java = Sources.below(Path.of("src/main/java"), ".java");
        var migrations = Sources.below(Path.of("src/main/resources/db/migration"), ".sql");
        return Stream.concat(java, migrations)
                .map(file -> String.join("\n", file.lines()))
                .flatMap(text -> INSERT.matcher(text).results().map(MatchResult::group))
                .toList();
    }
}
