package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a call may come in (API notes, sections 2.1, 2.2 and 7); the cause of a refusal is only logged. */
public final class TokenCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final int LIFETIME = 60;

    /** What an application must know to call; the secret looks like base64 and must not be decoded. */
    public record Credentials(String consumerId, String secret, String accessToken) {

        public static Credentials random(SecureRandom random) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            return new Credentials(
                    UUID.randomUUID().toString(),
                    Base64.getEncoder().encodeToString(secret),
                    UUID.randomUUID().toString());
        }

        /** Keeps the secret and the token out of any log. */
        @Override
        public String toString() {
            return "Credentials[" + consumerId + "]";
        }
    }

    private final Credentials credentials;
    private final Clock clock;

    public TokenCheck(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    public void admit(Received received, Switches switches) {
        String cause = fault(received, switches);
        if (cause != null) {
            LOG.warn("Invalid token: {}", cause.replaceAll("\\p{Cntrl}", "?"));
            throw new Refused(401, "Invalid token");
        }
    }

    /** Whose call this claims to be, before anything is verified: the limit counts refused calls too. */
    public String claimedConsumer(Received received) {
        Token token = Token.in(received.authorization());
        boolean ours = token != null && token.text("consumerId").equals(credentials.consumerId());
        return ours ? credentials.consumerId() : "";
    }

    @Nullable
    private String fault(Received received, Switches switches) {
        Token token = Token.in(received.authorization());
        if (token == null) {
            return "Authorization is not JwToken, one space and an encoded token";
        }
        if (!isJson(received.contentType())) {
            return "content-type is not application/json but '" + received.contentType() + "'";
        }
        if (!is(token.header(), "alg", "HS256") || !is(token.header(), "typ", "JWT")) {
            return "the token's header is not typ JWT, alg HS256";
        }
        if (!token.signedWith(credentials.secret())) {
            return "the signature does not match";
        }
        String window = windowFault(token, switches.leewaySeconds());
        return window != null ? window : claimFault(token, received, switches);
    }

    @Nullable
    private String windowFault(Token token, int leeway) {
        JsonNode nbf = token.claims().path("nbf");
        JsonNode exp = token.claims().path("exp");
        if (!nbf.canConvertToLong() || !exp.canConvertToLong() || !nbf.isIntegralNumber() || !exp.isIntegralNumber()) {
            return "nbf and exp must be whole numbers";
        }
        long now = clock.instant().getEpochSecond();
        String window = "nbf " + nbf + ", exp " + exp + ", now " + now;
        if (exp.longValue() - nbf.longValue() > LIFETIME) {
            return "it lives longer than a minute: " + window;
        }
        if (now + leeway < nbf.longValue()) {
            return "it is not valid yet: " + window;
        }
        return now - leeway >= exp.longValue() ? "it has expired: " + window : null;
    }

    @Nullable
    private String claimFault(Token token, Received received, Switches switches) {
        if (!received.isSpelt(token.text("url"), switches.legacyRelativeUrl())) {
            return "url is '" + token.text("url") + "' but the call was to '" + received.address() + "'";
        }
        if (!token.text("httpMethod").equals(received.method())) {
            return "httpMethod is '" + token.text("httpMethod") + "' but the call was " + received.method();
        }
        if (!token.text("consumerId").equals(credentials.consumerId())) {
            return "consumerId is not known";
        }
        if (!token.text("accessToken").equals(credentials.accessToken())) {
            return "accessToken is not known";
        }
        if (token.text("iss").isBlank() || token.text("aud").isBlank()) {
            return "iss and aud must be text";
        }
        return switches.accessTokenExpired(clock.instant()) ? "accessToken has expired" : null;
    }

    private static boolean is(JsonNode header, String name, String wanted) {
        return wanted.equals(header.path(name).textValue());
    }

    private static boolean isJson(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.matches("application/json\\s*;.*");
    }
}
