package selfbooking.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators read about the settings is what the code reads: the same names, defaults, examples and secrets, in the same order. */
class SettingsDocsTest {

    @Test
    void the_table_in_operating_is_the_code_s() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/operating.md")))
                .filteredOn(line -> line.startsWith("| `") && line.matches("(.*\\|){6}"))
                .containsExactlyElementsOf(
                        Variables.ALL.stream().map(SettingsDocsTest::row).toList());
    }

    @Test
    void the_example_file_is_the_code_s() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(".env.example"));
        assertThat(lines.subList(lines.indexOf("") + 1, lines.size()))
                .containsExactlyElementsOf(Variables.ALL.stream()
                        .flatMap(SettingsDocsTest::example)
                        .toList());
    }

    @Test
    void every_setting_of_operators_is_in_the_table() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Field field : Variables.class.getDeclaredFields()) {
            if (field.getType() == Setting.class) {
                declared.add(field.get(null));
            }
        }
        declared.remove(Variables.LIVE);
        assertThat(Variables.ALL).isEqualTo(declared);
    }

    private static String row(Setting<?> variable) {
        return "| `%s` | %s | `%s` | %s | %s |"
                .formatted(
                        variable.name(),
                        variable.fallback(),
                        variable.example(),
                        variable.secret() ? "yes" : "no",
                        variable.meaning());
    }

    private static Stream<String> example(Setting<?> variable) {
        String value = variable.example().contains(" ") ? '"' + variable.example() + '"' : variable.example();
        String kept = variable.secret() ? " Secret." : "";
        return Stream.of(
                "# %s. Default: %s.%s".formatted(variable.meaning(), variable.fallback(), kept),
                "#%s=%s".formatted(variable.name(), value));
    }
}
