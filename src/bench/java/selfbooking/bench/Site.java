package selfbooking.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Our pages as patients use them, all from one machine. */
final class Site {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    Site(String origin) {
        this.origin = origin;
    }

    String address(String path) {
        return origin + path;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).build(), BodyHandlers.ofByteArray());
    }

    String page(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    static HttpRequest.Builder request(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        return request(URI.create(address(path)), headers);
    }

    List<String> slots(String path) throws IOException, InterruptedException {
        return all(page(path), "name=\"slot\" value=\"([^\"]+)\"");
    }

    static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Holds a time; the draft's path. */
    String hold(String slot) throws IOException, InterruptedException {
        String details = post("/clinic/bookings", "slot", slot)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return details.replaceAll("/details$", "");
    }

    void release(String draft) throws IOException, InterruptedException {
        post(draft + "/release");
    }

    /** A draft that only has to be confirmed; each of 676 patients has a name of their own. */
    String filledIn(String slot, int patient) throws IOException, InterruptedException {
        String draft = hold(slot);
        String answers = "who me givenName Ngaire familyName Patient" + (char) ('a' + patient / 26)
                + (char) ('a' + patient % 26)
                + " birthDay 27 birthMonth 3 birthYear 1987 contactBy mobile mobile 04915701" + (10 + patient % 90);
        post(draft + "/details", answers.split(" ", -1));
        return draft;
    }

    /** Names and values in turn. */
    HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        String body = IntStream.range(0, form.length / 2)
                .mapToObj(pair -> form[2 * pair] + "=" + URLEncoder.encode(form[2 * pair + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Presses the button of the check page. */
    void confirm(String draft) throws IOException, InterruptedException {
        String check = page(draft + "/check");
        post(
                draft + "/check",
                "seen",
                all(check, "name=\"seen\" value=\"([^\"]+)\"").get(0));
    }
}
