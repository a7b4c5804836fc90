package selfbooking.kills;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Books one time after another, and sends a form again when no answer came, as people do. */
final class PatientAtWork {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Duration ANSWER = Duration.ofSeconds(12);
    /** Few, since they are read anew after each kill. */
    private static final int WEEKS = 3;

    private static final int MOST_TRIES = 200;

    private final Instances instances;
    private final Random random;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    PatientAtWork(Instances instances, long seed) {
        this.instances = instances;
        this.random = new Random(seed);
    }

    /** The address of a draft that was sent, whatever came of it; nothing when the time was lost before. */
    Optional<String> booksOnce(BooleanSupplier stop) {
        var slot = tapped(stop);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        var started = tried(stop, "/clinic/bookings", Map.of("slot", slot.get()));
        if (started.isEmpty() || started.get().statusCode() != 303) {
            return Optional.empty();
        }
        var draft = location(started.get()).replaceAll("/details$", "");
        var details = tried(stop, draft + "/details", typed());
        var check = details.flatMap(answer -> tried(stop, draft + "/check", Map.of()));
        var seen = check.flatMap(page -> found(SEEN, page.body()));
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        tried(stop, draft + "/check", Map.of("seen", seen.get()));
        return Optional.of(draft);
    }

    private Optional<String> tapped(BooleanSupplier stop) {
        var from = LocalDate.now(ZoneOffset.UTC).plusDays(2 + 7L * random.nextInt(WEEKS));
        return tried(stop, "/clinic/times?from=" + from, Map.of()).flatMap(page -> {
            var slots = SLOT.matcher(page.body())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            return slots.isEmpty() ? Optional.empty() : Optional.of(slots.get(random.nextInt(slots.size())));
        });
    }

    private Map<String, String> typed() {
        return Map.of(
                "who",
                "me",
                "givenName",
                letters(),
                "familyName",
                letters(),
                "birthDay",
                "" + (1 + random.nextInt(28)),
                "birthMonth",
                "" + (1 + random.nextInt(12)),
                "birthYear",
                "" + (1940 + random.nextInt(60)),
                "contactBy",
                "mobile",
                "mobile",
                "0491 570 006");
    }

    private String letters() {
        return random.ints(8, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining("", "P", ""));
    }

    /** Whatever page it is in the end; nothing when the day is over before any came. */
    private Optional<HttpResponse<String>> tried(BooleanSupplier stop, String path, Map<String, String> form) {
        for (int i = 0; i < MOST_TRIES && !(stop.getAsBoolean() && i > 20); i++) {
            try {
                var answer = http.send(request(path, form), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return Optional.of(answer);
                }
            } catch (IOException killed) {
                // tried again, perhaps with another instance
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return Optional.empty();
    }

    private HttpRequest request(String path, Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(URI.create(instances.anyOrigin() + path)).timeout(ANSWER);
        if (form.isEmpty()) {
            return request.build();
        }
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The outcome page of a draft, at most so many tries from now. */
    Optional<HttpResponse<String>> outcome(String draft) {
        return tried(() -> false, draft, Map.of());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
