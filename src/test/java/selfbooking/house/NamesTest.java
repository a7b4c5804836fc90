package selfbooking.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name is a word of the clinic's, not a word for any thing at all. */
class NamesTest {
    private static final Set<String> SAYS_NOTHING = Set.of("data", "info", "process", "handle", "item", "object");
    private static final int LONGEST = 70;
    private static final Pattern KIND_OF_CLASS = Pattern.compile(".*(Utils?|Helpers?|Managers?|Impl)");

    @Test
    void no_class_is_named_after_its_kind() throws IOException {
        assertThat(names().filter(Sources.Declared::type)
                        .filter(type -> KIND_OF_CLASS.matcher(type.name()).matches()))
                .isEmpty();
    }

    @Test
    void no_name_says_nothing() throws IOException {
        assertThat(names().filter(declared -> SAYS_NOTHING.contains(lastWord(declared))))
                .isEmpty();
    }

    /** Nested types count too; the sandbox shares nothing on purpose. */
    @Test
    void no_two_types_of_the_product_share_a_name() {
        assertThat(ArchitectureTest.HOUSE.stream()
                        .filter(type -> !type.getSimpleName().isEmpty())
                        .filter(type -> !type.getPackageName().startsWith("selfbooking.sandbox"))
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName))
                        .values())
                .filteredOn(types -> types.size() > 1)
                .isEmpty();
    }

    @Test
    void no_name_is_longer_than_70_characters() throws IOException {
        assertThat(names().filter(declared -> declared.name().length() > LONGEST))
                .isEmpty();
    }

    /** Of a type its last word counts ({@code ClinicData}), of anything else the whole name. */
    private static String lastWord(Sources.Declared declared) {
        String name = declared.type() ? declared.name().replaceFirst(".*(?=[A-Z])", "") : declared.name();
        return name.toLowerCase(Locale.ROOT);
    }

    private static Stream<Sources.Declared> names() throws IOException {
        var names = new ArrayList<Sources.Declared>();
        for (var sources : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            names.addAll(Sources.under(Path.of(sources)).names());
        }
        return names.stream();
    }
}
