package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.coreplus.Connection;

class TokenTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00.900Z");
    private static final String URL = "https://s.example/api/core/v2.1/Client/?name=a%20b";

    private final ServerClock clock = new ServerClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void claims_are_those_of_the_reference() throws IOException {
        var parts = token("short").split("\\.", 3);
        assertThat(json(parts[0]).toString()).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        var claims = json(parts[1]);
        assertThat(claims.get("aud").asText()).isNotEmpty();
        assertThat(claims.get("iss").asText()).isNotEmpty();
        assertThat(claims.get("consumerId").asText()).isEqualTo("consumer");
        assertThat(claims.get("accessToken").asText()).isEqualTo("access");
        assertThat(claims.get("url").asText()).isEqualTo(URL);
        assertThat(claims.get("httpMethod").asText()).isEqualTo("GET");
        assertThat(claims.get("nbf").isIntegralNumber()).isTrue();
        assertThat(claims.get("nbf").asLong()).isEqualTo(NOW.getEpochSecond() - 2);
        assertThat(claims.get("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 58);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "c2VjcmV0IHRoYXQgbG9va3MgbGlrZSBiYXNlNjQ=", "clé sécrète"})
    void the_key_is_the_secret_as_it_stands(String secret) throws GeneralSecurityException {
        var token = token(secret);
        int last = token.lastIndexOf('.');
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = mac.doFinal(token.substring(0, last).getBytes(StandardCharsets.US_ASCII));
        assertThat(token.substring(last + 1))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    @Test
    void times_follow_the_server_once_it_has_spoken() throws IOException {
        clock.heard(NOW.plusSeconds(300));
        assertThat(json(token("short").split("\\.", 3)[1]).get("nbf").asLong()).isEqualTo(NOW.getEpochSecond() + 298);
        clock.heard(null);
        assertThat(clock.now()).isEqualTo(NOW.plusSeconds(300));
    }

    private String token(String secret) {
        var connection = new Connection(URI.create("https://s.example"), "consumer", secret, "access");
        var header = new Token(connection, clock).authorization("GET", URL);
        assertThat(header).startsWith("JwToken ");
        return header.substring("JwToken ".length());
    }

    private static JsonNode json(String part) throws IOException {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
