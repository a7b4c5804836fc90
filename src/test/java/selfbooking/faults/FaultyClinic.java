package selfbooking.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import selfbooking.RunningApp;
import selfbooking.SandboxConsole;
import selfbooking.SetClock;
import selfbooking.sandbox.Sandbox;

/** An installation over a sandbox of its own, whose clock a test puts forward; with a phone to call instead. */
final class FaultyClinic implements AutoCloseable {

    static final String HOME = "/clinic/";
    static final String PHONE = "02\u00a05550\u00a01234";

    final SetClock clock = new SetClock();
    final SandboxConsole console;
    final RunningApp app;
    private final Sandbox sandbox = Sandbox.start(0, clock);
    private final HttpClient many =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a patient got, and after how long. */
    record Seen(HttpResponse<String> page, Duration after) {

        int status() {
            return page.statusCode();
        }

        /** The page that says that the diary does not answer, when to come again and whom to call. */
        boolean isHonest() {
            return status() == 503
                    && page.headers().firstValue("Retry-After").isPresent()
                    && page.body().contains(PHONE)
                    && page.body().contains("The clinic’s diary is not answering");
        }
    }

    private FaultyClinic(Path folder, List<Fault> fromTheStart) {
        console = new SandboxConsole(sandbox.url());
        fromTheStart.forEach(fault -> console.arm(fault.json()));
        app = RunningApp.start(
                folder,
                Map.of(
                        "COREPLUS_URL", sandbox.url(),
                        "COREPLUS_CONSUMER_ID", sandbox.consumerId(),
                        "COREPLUS_SECRET", sandbox.secret(),
                        "COREPLUS_ACCESS_TOKEN", sandbox.accessToken(),
                        "CLINIC_PHONE", "02 5550 1234"),
                clock);
    }

    static FaultyClinic open(Path folder) {
        return new FaultyClinic(folder, List.of());
    }

    /** Nothing is known of the diary yet, and it fails from the first call on. */
    static FaultyClinic coldWith(Fault fault, Path folder) {
        return new FaultyClinic(folder, List.of(fault));
    }

    /** Times of a week so many weeks ahead. */
    String week(int ahead) {
        return HOME + "times?from=" + LocalDate.now(clock).plusWeeks(ahead);
    }

    Seen get(String path) {
        long begun = System.nanoTime();
        return seen(app.get(path), begun);
    }

    Seen take(String slot) {
        long begun = System.nanoTime();
        return seen(app.post(HOME + "bookings", Map.of("slot", slot)), begun);
    }

    /** Asks for it and holds no thread of the test meanwhile. */
    CompletableFuture<Seen> ask(String path) {
        long begun = System.nanoTime();
        var request =
                HttpRequest.newBuilder(URI.create(app.origin()).resolve(path)).build();
        return many.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(page -> seen(page, begun));
    }

    private static Seen seen(HttpResponse<String> page, long begun) {
        return new Seen(page, Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
