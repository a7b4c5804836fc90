package selfbooking.coreplus.http;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import selfbooking.coreplus.Connection;

/** Signs one request for one minute (API notes, section 2.2). */
public final class Token {

    /** The server does not compare these two, but wants them (API notes, section 7). */
    private static final String ISSUER = "coreplus-self-booking";

    private static final String AUDIENCE = "https://coreplus.com.au";
    private static final int BACKDATED_SECONDS = 2;
    private static final int LIFETIME_SECONDS = 60;

    private final Connection connection;
    private final Algorithm algorithm;
    private final ServerClock clock;

    /** The secret looks like base64 but is used as it stands. */
    public Token(Connection connection, ServerClock clock) {
        this.connection = connection;
        this.algorithm = Algorithm.HMAC256(connection.secret().getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /** The value of the Authorization header for exactly this method and address. */
    public String authorization(String method, String url) {
        return "JwToken " + signed(method, url, clock.now().minusSeconds(BACKDATED_SECONDS));
    }

    public String signed(String method, String url, Instant notBefore) {
        return JWT.create()
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withNotBefore(notBefore)
                .withExpiresAt(notBefore.plusSeconds(LIFETIME_SECONDS))
                .withClaim("consumerId", connection.consumerId())
                .withClaim("accessToken", connection.accessToken())
                .withClaim("url", url)
                .withClaim("httpMethod", method)
                .sign(algorithm);
    }
}
