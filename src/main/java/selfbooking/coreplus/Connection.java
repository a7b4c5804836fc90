package selfbooking.coreplus;

import java.net.URI;

/**
 * Where to reach one clinic's coreplus, and as whom (API notes, sections 1 and 2).
 *
 * <p>The URL is the server's base, such as {@code https://sandbox.coreplus.com.au}; {@code /api/core/v2.1/} is added
 * unless its path already names a version. The secret is taken as displayed and never base64-decoded.
 */
public record Connection(URI url, String consumerId, String secret, String accessToken) {

    /** Throws if the URL is not an http or https address; names no secret. */
    public Connection {
        if (url.getHost() == null
                || !("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException("not an http or https address: " + url.getScheme() + "…");
        }
    }

    /** Hides the secret and the access token, so that a connection may be logged. */
    @Override
    public String toString() {
        return "Connection[" + url + ", consumer " + consumerId + "]";
    }
}
