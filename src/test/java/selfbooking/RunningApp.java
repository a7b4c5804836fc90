package selfbooking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import selfbooking.settings.Settings;
import selfbooking.settings.SettingsWrong;

/** The whole application on a free port with its own sandbox, and a client without cookies that speaks plain HTTP to it. */
public final class RunningApp implements AutoCloseable {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final App app;
    private final String origin;

    private RunningApp(App app) {
        this.app = app;
        this.origin = app.address().replaceFirst("/[^/]+/$", "");
    }

    /** Starts the demonstration with its data in the folder. */
    public static RunningApp start(Path folder) {
        return start(folder, Map.of());
    }

    /** Starts it with these environment variables besides. */
    public static RunningApp start(Path folder, Map<String, String> variables) {
        return start(folder, variables, Clock.systemUTC());
    }

    /** Starts it with a clock that a test sets, for the sandbox too. */
    public static RunningApp start(Path folder, Map<String, String> variables, Clock clock) {
        var environment = new HashMap<>(Map.of("PORT", "0", "DATA_DIR", folder.toString()));
        environment.putAll(TestStore.variables(folder));
        environment.putAll(variables);
        try {
            return new RunningApp(App.start(Settings.read(environment, folder), App.Conditions.usual(clock)));
        } catch (SettingsWrong e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Scheme, host and port. */
    public String origin() {
        return origin;
    }

    public SandboxConsole console() {
        return new SandboxConsole(Objects.requireNonNull(app.sandbox()).url());
    }

    /** Makes the diary unreachable for good. */
    public void stopDiary() {
        Objects.requireNonNull(app.sandbox()).close();
    }

    /** GET with headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A plain form as a browser without JavaScript sends it. */
    public HttpResponse<String> post(String path, Map<String, ?> form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin).resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return answer(http, request.build());
    }

    /**
     * Asks, a second time for a page when the connection was closed just as it was used again: by the JDK's client itself, or by the server,
     * which does so after a while. A browser tries again then; the JDK's client is told not to in tests.
     */
    public static HttpResponse<String> answer(HttpClient http, HttpRequest request) {
        try {
            return "GET".equals(request.method()) ? twice(http, request) : once(http, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> twice(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return once(http, request);
        } catch (IOException lost) {
            if (wasClosed(lost)) {
                return once(http, request);
            }
            throw lost;
        }
    }

    private static boolean wasClosed(IOException lost) {
        return Stream.iterate((Throwable) lost, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(said ->
                        said.equals("connection closed locally") || said.endsWith("header parser received no bytes"));
    }

    private static HttpResponse<String> once(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A value that is a list is sent once for each of its texts. */
    private static String encoded(Map<String, ?> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue() instanceof List<?> list
                        ? list.stream().map(value -> pair(field.getKey(), value))
                        : Stream.of(pair(field.getKey(), field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** The slot values of a page, in its order. */
    public static List<String> slots(HttpResponse<String> page) {
        return SLOT.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    /** The value of a page's named field; fails when it has none. */
    public static String value(HttpResponse<String> page, String name) {
        var field =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no field " + name + " in " + page.body());
        }
        return field.group(1);
    }

    /** Where a redirect leads. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect: " + answer.statusCode() + " " + answer.body()));
    }

    @Override
    public void close() {
        app.close();
    }
}
