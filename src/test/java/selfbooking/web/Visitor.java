package selfbooking.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import selfbooking.RunningApp;

/** A patient who sends plain requests: no cookie, no script, and no redirect followed unseen. */
public final class Visitor {

    public static final String HOME = "/clinic/";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final RunningApp app;

    public Visitor(RunningApp app) {
        this.app = app;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Names and values in turn. */
    public HttpResponse<String> post(String path, String... form) {
        return send(form(path, form));
    }

    public HttpRequest.Builder form(String path, String... form) {
        return request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(app.origin() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return RunningApp.answer(http, request.build());
    }

    /** A free time that stays one for as long as a test runs: the first ones of a page may soon be too near to be booked. */
    public String freeTime() {
        return slots(get(HOME + "times")).get(10);
    }

    /** The signed times of a page in their order. */
    public static List<String> slots(HttpResponse<String> page) {
        return all(page, "name=\"slot\" value=\"([^\"]+)\"");
    }

    /** What the page's groups match, one by one. */
    public static List<String> all(HttpResponse<String> page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Where an answer sends the patient. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Taps on a time and gives the draft's address, without a slash at its end. */
    public String startBooking(String slot) {
        return location(post(HOME + "bookings", "slot", slot)).replaceAll("/details$", "");
    }

    /** Fills in the details of a draft so that they pass. */
    public HttpResponse<String> fillIn(String draft, String given, String family) {
        return fillIn(draft, given, family, "0491 570 006");
    }

    public HttpResponse<String> fillIn(String draft, String given, String family, String mobile) {
        return post(
                draft + "/details",
                "who",
                "me",
                "givenName",
                given,
                "familyName",
                family,
                "birthDay",
                "27",
                "birthMonth",
                "3",
                "birthYear",
                "1987",
                "contactBy",
                "mobile",
                "mobile",
                mobile);
    }

    /** Presses the one button of the check page as it stands now. */
    public HttpResponse<String> confirm(String draft) {
        return post(draft + "/check", "seen", seen(draft));
    }

    /** What the check page carries. */
    public String seen(String draft) {
        return all(get(draft + "/check"), "name=\"seen\" value=\"([^\"]+)\"").get(0);
    }

    /** As a patient refreshes until it is decided. */
    public HttpResponse<String> outcome(String draft) {
        HttpResponse<String> page = get(draft);
        for (int i = 0; i < 10 && page.body().contains("We are still asking the clinic"); i++) {
            page = get(draft);
        }
        return page;
    }

    private static String encoded(String... form) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(encode(form[i]) + "=" + encode(form[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends these very bytes and gives the head of the answer. */
    public String raw(String request) throws IOException {
        URI origin = URI.create(app.origin());
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return headOf(socket.getInputStream());
        }
    }

    private static String headOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new AssertionError("the answer breaks off: " + head);
            }
            head.append((char) read);
        }
        return head.toString();
    }
}
