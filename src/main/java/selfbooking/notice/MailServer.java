package selfbooking.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail.
 *
 * @param user null where it takes mail without a password, as one on the same machine may
 */
public record MailServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Encryption encryption) {

    /** How the way to it is protected. A certificate must be valid in all but the last. */
    enum Encryption {
        FROM_THE_START,
        REQUIRED,
        WHERE_OFFERED,
        NONE
    }

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    /**
     * Reads {@code smtp://user:password@host:port} or {@code smtps://…}; user and password are percent-encoded. A password goes over an
     * encrypted way only, unless {@code ?starttls=off} says otherwise; {@code ?starttls=required} demands one without a password too.
     *
     * @throws IllegalArgumentException when the text is none of these; the message does not repeat it
     */
    public static MailServer of(String text) {
        var uri = uri(text);
        var tls = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null
                || !(tls || "smtp".equals(uri.getScheme()))
                || !uri.getPath().matches("/?")) {
            throw new IllegalArgumentException("is not an smtp or smtps address");
        }
        var given = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        if (given.length == 1) {
            throw new IllegalArgumentException("has a user and no password");
        }
        var port = uri.getPort() >= 0 ? uri.getPort() : tls ? SUBMISSION_OVER_TLS : SUBMISSION;
        var withPassword = given.length == 2;
        return new MailServer(
                uri.getHost(),
                port,
                withPassword ? decoded(given[0]) : null,
                withPassword ? decoded(given[1]) : null,
                encryption(tls, withPassword, uri.getQuery()));
    }

    private static URI uri(String text) {
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not an smtp or smtps address");
        }
    }

    private static Encryption encryption(boolean tls, boolean withPassword, @Nullable String query) {
        if (tls && query == null) {
            return Encryption.FROM_THE_START;
        }
        if (query == null) {
            return withPassword ? Encryption.REQUIRED : Encryption.WHERE_OFFERED;
        }
        return switch (tls ? "" : query) {
            case "starttls=required" -> Encryption.REQUIRED;
            case "starttls=off" -> Encryption.NONE;
            default ->
                throw new IllegalArgumentException("may only be followed by ?starttls=required or ?starttls=off");
        };
    }

    /** As an address encodes it, where a plus sign means itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Tells no user and no password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
