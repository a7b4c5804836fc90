package selfbooking.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.JarIT;
import selfbooking.Main;

/** The files that people and platforms read before any code agree with the build and with each other. */
class ProjectFilesTest {
    private static final String POM = read("pom.xml");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*"
                    + "<version>[^<]+</version>\\s*</dependency>");

    @Test
    void platforms_start_the_jar_that_the_build_makes() {
        assertThat(read("Procfile")).startsWith("web: ").contains("$JAVA_OPTS").endsWith("-jar " + jar() + "\n");
        assertThat(read("system.properties"))
                .isEqualTo("java.runtime.version=%s\n".formatted(pom("maven.compiler.release")));
        assertThat(POM).contains("<mainClass>" + Main.class.getName() + "</mainClass>");
    }

    @Test
    void platforms_ask_a_health_address_that_is_documented() throws IOException {
        var check = new ObjectMapper().readTree(read("app.json")).at("/healthchecks/web/0");
        assertThat(check.path("type").asText()).isEqualTo("startup");
        assertThat(read("docs/operating.md")).contains("`" + check.path("path").asText() + "`");
    }

    @Test
    void continuous_integration_runs_the_test_command_of_the_readme() {
        assertThat(readmeCommands()).contains("bin/ci");
        assertThat(read(".ci/run")).endsWith("exec bin/ci\n");
        assertThat(read("bin/ci")).contains("mvn ").endsWith("verify\n");
    }

    /** The build makes the jar; {@link JarIT} runs these two commands with it. */
    @Test
    void every_command_of_the_readme_is_run_by_a_test() {
        assertThat(readmeCommands())
                .containsExactly(
                        "mvn -B -q -DskipTests package && " + JarIT.START, "bin/ci", JarIT.SANDBOX.formatted(9090));
    }

    @Test
    void the_readme_fits_on_a_page_or_two_and_decisions_on_one() {
        assertThat(read("README.md").lines()).hasSizeLessThanOrEqualTo(80);
        assertThat(Sources.below(Path.of("docs/decisions"), ".md"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.lines()).hasSizeLessThanOrEqualTo(50))
                .allSatisfy(
                        page -> assertThat(page.path().getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md"))
                .allSatisfy(page -> assertThat(page.lines()).contains("## Context", "## Options", "## Decision"));
    }

    @Test
    void the_build_is_told_in_400_lines() {
        assertThat(POM.lines()).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void no_link_leads_nowhere() {
        Stream<Path> own = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(Path::of);
        Stream<Path> below = Stream.of("docs", "bench")
                .flatMap(folder -> Sources.below(Path.of(folder), ".md"))
                .map(Sources.File::path);
        assertThat(Stream.concat(own, below).flatMap(ProjectFilesTest::brokenLinks))
                .isEmpty();
    }

    @Test
    void every_room_says_what_it_is_for() {
        assertThat(Sources.below(Path.of("src/main/java"), ".java")
                        .map(file -> file.path().getParent()))
                .allSatisfy(room ->
                        assertThat(room.resolve("package-info.java")).content().contains("@NullMarked"));
    }

    @Test
    void every_library_in_the_jar_is_in_the_notice() {
        List<String> shipped = all(DEPENDENCY, POM, found -> found.group(1));
        assertThat(shipped)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(read("NOTICE")).contains(name));
        assertThat(read("LICENSE")).contains("Apache License", "Version 2.0, January 2004", "END OF TERMS");
        assertThat(POM).contains("<name>Apache-2.0</name>");
    }

    @Test
    void the_change_log_knows_this_version() {
        String version = all(Pattern.compile("<version>([^<]+)</version>"), POM, found -> found.group(1))
                .get(0);
        assertThat(read("CHANGELOG.md")).contains("\n## " + version);
    }

    @Test
    void scripts_stop_at_the_first_mistake() throws IOException {
        assertThat(scripts())
                .hasSizeGreaterThan(10)
                .allSatisfy(script -> assertThat(script).isExecutable())
                .allSatisfy(
                        script -> assertThat(script).content().startsWith("#!/").contains("set -eu"));
    }

    private static List<Path> scripts() throws IOException {
        try (var own = Files.list(Path.of("bin"));
                var bench = Files.list(Path.of("bench"))) {
            return Stream.of(own, bench, Stream.of(Path.of(".ci/run")))
                    .flatMap(files -> files)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<String> brokenLinks(Path page) {
        Pattern link = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]+)?\\)");
        return all(link, read(page.toString()), found -> found).stream()
                .filter(found -> !leads(page, found))
                .map(found -> page + " " + found.group());
    }

    private static boolean leads(Path page, MatchResult link) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        if (Files.notExists(target) || link.group(2) == null) {
            return Files.exists(target);
        }
        return read(target.toString())
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .anyMatch(heading -> link.group(2).equals("#" + heading));
    }

    private static List<String> readmeCommands() {
        Pattern block = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);
        return all(block, read("README.md"), found -> found.group(1));
    }

    private static String jar() {
        return "target/" + pom("finalName") + ".jar";
    }

    private static String pom(String element) {
        return all(Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element)), POM, found -> found.group(1))
                .get(0);
    }

    private static <T> List<T> all(Pattern pattern, String text, Function<MatchResult, T> part) {
        return pattern.matcher(text).results().map(part).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
