package selfbooking.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls a sandbox as coreplus asks to be called; each test bends one thing. */
final class Caller {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;
    final Map<String, Object> claims = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    final Map<String, Object> tokenHeader = new LinkedHashMap<>(Map.of("typ", "JWT", "alg", "HS256"));
    String secret;
    String scheme = "JwToken ";

    record Answered(int status, String text, HttpResponse<String> response) {

        JsonNode json() {
            return tree(text);
        }

        String reason() {
            return json().path("result").path(0).path("reason").asText();
        }
    }

    Caller(Sandbox sandbox, long now) {
        this.sandbox = sandbox;
        secret = sandbox.secret();
        claims.put("iss", "https://booking.example");
        claims.put("aud", "https://coreplus.com.au");
        claims.put("nbf", now);
        claims.put("exp", now + 60);
        claims.put("consumerId", sandbox.consumerId());
        claims.put("accessToken", sandbox.accessToken());
        headers.put("User-Agent", "ExampleBooking/1.0 (+https://booking.example)");
        headers.put("content-type", "application/json");
    }

    Answered get(String path) {
        return call("GET", path, "");
    }

    Answered post(String path, String body) {
        return call("POST", path, body);
    }

    Answered call(String method, String path, String body) {
        return send(request(method, path, body));
    }

    /** The answer as soon as its headers are here, its body still to be read. */
    HttpResponse<InputStream> opened(String method, String path, String body) {
        return send(request(method, path, body), HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String method, String path, String body) {
        String url = sandbox.url() + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(request::setHeader);
        request.setHeader("Authorization", scheme + token(method, url));
        return request.method(method, BodyPublishers.ofString(body)).build();
    }

    /** Without a token, as a check on this machine calls the console. */
    Answered console(String method, String path, String body) {
        URI address = URI.create(sandbox.url() + "/console/api/" + path);
        return send(HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    Answered send(HttpRequest request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answered(response.statusCode(), response.body(), response);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(String method, String url) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.putIfAbsent("url", url);
        all.putIfAbsent("httpMethod", method);
        String signed = encoded(json(tokenHeader)) + "." + encoded(json(all));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(signed));
    }

    private byte[] mac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
