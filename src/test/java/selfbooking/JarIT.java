package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static selfbooking.RunningJar.OWN_JAVA;
import static selfbooking.RunningJar.freePort;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar as an operator meets it: the commands of the README, its settings, its exit codes. */
public class JarIT {
    public static final String START = "java -jar target/selfbooking.jar";

    /** What follows the options of a command that runs the jar with the tests' own main. */
    public static final String TEST_MAIN = "-cp target/selfbooking.jar:target/test-classes selfbooking.TestMain";

    public static final String SANDBOX = START + " sandbox --port %d";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("javas")
    void starts_within_ten_seconds_without_a_warning_and_stops_when_told_to(Path java) throws Exception {
        int port = freePort();
        try (var app = RunningJar.start(folder, java, Map.of("PORT", "" + port), START)) {
            app.firstPage(local(port, "/health/ready"), Duration.ofSeconds(10));
            assertThat(RunningJar.get(local(port, "/")).body()).contains("Book an appointment", "emonstration");
            assertThat(app.stop()).isIn(0, 143);
            assertThat(app.err()).doesNotContain("WARNING:");
        }
    }

    @Test
    void a_port_that_is_no_number_stops_the_start_with_one_line() throws Exception {
        try (var app = RunningJar.start(folder, OWN_JAVA, Map.of("PORT", "abc"), START)) {
            assertThat(app.exit()).isEqualTo(78);
            assertThat(app.err().lines())
                    .singleElement()
                    .asString()
                    .contains("PORT", "abc")
                    .containsPattern("\\d{4}");
        }
    }

    @Test
    void all_mistakes_are_listed_and_no_secret_is() throws Exception {
        var settings =
                Map.of("PORT", "abc", "CLINIC_HUE", "teal", "BASE_URL", "nowhere", "COREPLUS_SECRET", "canary-7");
        try (var app = RunningJar.start(folder, OWN_JAVA, settings, START)) {
            assertThat(app.exit()).isEqualTo(78);
            assertThat(app.err()).contains("PORT", "CLINIC_HUE", "BASE_URL");
            assertThat(app.err()).contains("COREPLUS_URL", "COREPLUS_CONSUMER_ID", "COREPLUS_ACCESS_TOKEN");
            assertThat(app.err() + app.out()).doesNotContain("canary-7").doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void a_database_that_does_not_answer_stops_the_start_with_one_line() throws Exception {
        int port = freePort();
        var settings = Map.of(
                "DATABASE_URL",
                "postgres://ann:canary-8@127.0.0.1:%d/book".formatted(port),
                "APP_SECRET",
                "a secret of this test and of no other");
        try (var app = RunningJar.start(folder, OWN_JAVA, settings, START)) {
            assertThat(app.exit()).isEqualTo(1);
            assertThat(app.err().lines()).singleElement().asString().contains("127.0.0.1:" + port + "/book");
            assertThat(app.err() + app.out()).doesNotContain("canary-8");
        }
    }

    @Test
    void the_jar_speaks_to_postgresql() throws Exception {
        int port = freePort();
        var settings = Map.of(
                "PORT",
                "" + port,
                "DATABASE_URL",
                Postgres.empty(),
                "APP_SECRET",
                "a secret of this test and of no other");
        try (var app = RunningJar.start(folder, OWN_JAVA, settings, START)) {
            app.firstPage(local(port, "/health/ready"));
            assertThat(Files.exists(folder.resolve("data"))).isFalse();
        }
    }

    @Test
    void help_and_version_need_no_setting() throws Exception {
        try (var help = RunningJar.start(folder, OWN_JAVA, Map.of(), START + " --help");
                var version = RunningJar.start(folder, OWN_JAVA, Map.of(), START + " --version")) {
            assertThat(help.exit()).isZero();
            assertThat(help.out()).contains("sandbox");
            assertThat(version.exit()).isZero();
            assertThat(version.out()).containsPattern("\\d+\\.\\d+\\.\\d+");
        }
    }

    @Test
    void only_the_tests_own_main_has_fault_points() throws Exception {
        int port = freePort();
        var halt = "after-hand-over:1:halt";
        var settings = Map.of("PORT", "" + port, "FAULT_POINT", halt, "LATE_ARRIVAL_SECONDS", "x");
        try (var app = RunningJar.start(folder, OWN_JAVA, settings, START)) {
            assertThat(book(port, app.firstPage(local(port, "/clinic/")))).contains("Your appointment is booked");
        }
        var command = "java -Dfault.point=" + halt + " " + TEST_MAIN;
        try (var app = RunningJar.start(folder, OWN_JAVA, Map.of("PORT", "" + port), command)) {
            String home = app.firstPage(local(port, "/clinic/"));
            assertThatThrownBy(() -> book(port, home)).isInstanceOf(IOException.class);
            assertThat(app.exit()).isEqualTo(137);
        }
    }

    @Test
    void books_against_a_sandbox_in_another_process() throws Exception {
        int sandboxPort = freePort();
        int port = freePort();
        try (var sandbox = RunningJar.start(folder, OWN_JAVA, Map.of(), SANDBOX.formatted(sandboxPort))) {
            Map<String, String> settings = Arrays.stream(sandbox.firstLines(4))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
            assertThat(settings).hasSize(4).containsEntry("COREPLUS_URL", "http://127.0.0.1:" + sandboxPort);
            settings.put("PORT", "" + port);
            try (var app = RunningJar.start(folder, OWN_JAVA, settings, START)) {
                String home = app.firstPage(local(port, "/clinic/"));
                assertThat(home).doesNotContain("emonstration");
                assertThat(book(port, home)).contains("<h1").contains("Your appointment is booked");
            }
            assertThat(RunningJar.get(local(sandboxPort, "/console/api/appointments"))
                            .body())
                    .contains("Booked online, reference");
        }
    }

    @Test
    void inside_a_checkout_an_edit_shows_on_reload() throws Exception {
        copy(Path.of("templates"));
        copy(Path.of("static"));
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        int port = freePort();
        try (var app = RunningJar.start(folder, OWN_JAVA, Map.of("PORT", "" + port), START)) {
            URI home = local(port, "/clinic/");
            URI styles = home.resolve(stylesheet(app.firstPage(home)));
            edit("templates/pages/home.html", "<h1", "<p>Edited while it runs</p><h1");
            edit("static/css/base.css", "\n}", "\n  --edited: 1;\n}");
            String edited = app.firstPage(home);
            assertThat(edited).contains("Edited while it runs");
            assertThat(home.resolve(stylesheet(edited))).isNotEqualTo(styles);
            assertThat(RunningJar.get(home.resolve(stylesheet(edited))).body()).contains("--edited");
        }
    }

    private static String book(int port, String home) throws IOException, InterruptedException {
        var details = RunningJar.post(local(port, "/clinic/bookings"), "slot=" + hidden("slot", home));
        URI booking = details.uri().resolve(".");
        var check = RunningJar.post(
                booking.resolve("details"),
                "who=me&givenName=Ada&familyName=Nguyen&birthDay=27&birthMonth=3&birthYear=1987"
                        + "&contactBy=mobile&mobile=0491570006&reason=&agree=yes");
        return RunningJar.post(booking.resolve("check"), "seen=" + hidden("seen", check.body()))
                .body();
    }

    private static String hidden(String name, String page) {
        var input =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as("a field named %s in %s", name, page).isTrue();
        return URLEncoder.encode(input.group(1), StandardCharsets.UTF_8);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private static String stylesheet(String page) {
        var link = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void copy(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.toString()));
            }
        }
    }

    /** The one that runs the tests, and a newer one where there is one. */
    static Stream<Path> javas() throws IOException {
        Stream<Path> named = Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of).stream();
        Path usual = Path.of("/usr/lib/jvm");
        try (Stream<Path> installed = Files.exists(usual) ? Files.list(usual) : Stream.empty()) {
            Stream<Path> newer =
                    installed.filter(home -> home.getFileName().toString().matches(".*-2[5-9]-.*"));
            return Stream.of(Stream.of(OWN_JAVA), named, newer).flatMap(homes -> homes).distinct().toList().stream();
        }
    }
}
