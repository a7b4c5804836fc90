package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.RunningJar.OWN_JAVA;
import static selfbooking.RunningJar.freePort;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two blocks of docs/operating.md that copy and restore, run as they stand there. */
@Slow
class BackupIT {

    private static final String ADA = "who=me&givenName=Ada&familyName=Nguyen&birthDay=27&birthMonth=3&birthYear=1987"
            + "&contactBy=mobile&mobile=0491570006&reason=&agree=yes";

    private static final Duration ON_A_BUSY_MACHINE = Duration.ofMinutes(2);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final int port;
    private final int diaryPort;
    private RunningJar diary;
    private String pending;
    private List<String> beforeTheCopy;

    BackupIT() throws IOException {
        port = freePort();
        diaryPort = freePort();
    }

    @Test
    void copy_made_under_load_holds_every_booking_that_a_patient_was_shown() throws Exception {
        var blocks = blocks();
        assertThat(blocks).hasSize(2);
        var here = checkout("here");
        var elsewhere = checkout("elsewhere");
        try (var app = startWithDiary(here)) {
            backUpUnderLoad(app, here, blocks.get(0));
        }
        for (var copy : List.of("selfbooking-copy.db", "app-secret-copy")) {
            Files.copy(here.resolve(copy), elsewhere.resolve(copy));
        }
        run(elsewhere, blocks.get(1));
        try (var app = startWithDiary(elsewhere)) {
            app.firstPage(local("/health/ready"), ON_A_BUSY_MACHINE);
            assertThat(beforeTheCopy)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(draft ->
                            assertThat(page(draft + "details").statusCode()).isEqualTo(200));
            Wait.until("the pending booking", () -> page(pending).body().contains("Your appointment is booked"));
        } finally {
            diary.close();
        }
    }

    /** With a booking under way that the diary cannot answer, and holds that are taken meanwhile. */
    private void backUpUnderLoad(RunningJar app, Path here, String block) throws Exception {
        var slots = values("slot", app.firstPage(local("/clinic/times"), ON_A_BUSY_MACHINE));
        var check = RunningJar.post(detailsFor(slots.get(0)), ADA);
        diary.close();
        var seen = values("seen", check.body()).get(0);
        pending = RunningJar.post(check.uri(), "seen=" + seen).uri().getPath();
        var load = new Thread(() -> hold(slots.subList(1, slots.size())));
        load.start();
        Wait.until("some holds", () -> acknowledged.size() >= 5);
        beforeTheCopy = List.copyOf(acknowledged);
        run(here, block);
        enough.set(true);
        load.join();
    }

    /** The application with a sandbox of its own beside it. */
    private RunningJar startWithDiary(Path at) throws Exception {
        diary = RunningJar.start(at, OWN_JAVA, Map.of(), JarIT.SANDBOX.formatted(diaryPort));
        Map<String, String> settings = Arrays.stream(diary.firstLines(4))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> b, HashMap::new));
        settings.put("PORT", "" + port);
        return RunningJar.start(at, OWN_JAVA, settings, JarIT.START);
    }

    /** A folder in which the documented commands find the jar. */
    private Path checkout(String name) throws IOException {
        var here = Files.createDirectory(folder.resolve(name));
        Files.createDirectory(here.resolve("target"));
        Files.copy(RunningJar.JAR, here.resolve("target/selfbooking.jar"));
        return here;
    }

    private static List<String> blocks() throws IOException {
        var text = Files.readString(Path.of("docs/operating.md"));
        var backups = text.substring(text.indexOf("\n## Backups"));
        return Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(backups)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void run(Path at, String block) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-eu", "-c", block)
                .directory(at.toFile())
                .redirectErrorStream(true);
        shell.environment().merge("PATH", OWN_JAVA.resolve("bin").toString(), (path, java) -> java + ":" + path);
        var running = shell.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
    }

    private void hold(List<String> slots) {
        for (var slot : slots) {
            if (enough.get()) {
                return;
            }
            var shown = post("/clinic/bookings", "slot=" + slot).uri();
            if (shown.getPath().endsWith("/details")) {
                acknowledged.add(shown.resolve(".").getPath());
            }
        }
    }

    /** Where the details of a new draft are asked for. */
    private URI detailsFor(String slot) {
        return post("/clinic/bookings", "slot=" + slot).uri();
    }

    private HttpResponse<String> post(String path, String form) {
        try {
            return RunningJar.post(local(path), form);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> page(String path) {
        try {
            return RunningJar.get(local(path));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> values(String name, String page) {
        return Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> URLEncoder.encode(found.group(1), StandardCharsets.UTF_8))
                .toList();
    }

    private URI local(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
