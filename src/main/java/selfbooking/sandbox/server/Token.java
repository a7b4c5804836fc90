package selfbooking.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The parts of one encoded token; nothing in it is to be believed before {@link #signedWith} says so. */
record Token(ObjectNode header, ObjectNode claims, String signed, String signature) {

    private static final Pattern AUTHORIZATION = Pattern.compile("JwToken ([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)");

    /** Null when the header is not the literal scheme, one space and three encoded parts. */
    @Nullable
    static Token in(String authorization) {
        Matcher parts = AUTHORIZATION.matcher(authorization);
        if (!parts.matches()) {
            return null;
        }
        try {
            return new Token(
                    json(parts.group(1)), json(parts.group(2)), parts.group(1) + "." + parts.group(2), parts.group(3));
        } catch (IllegalArgumentException | Refused e) {
            return null;
        }
    }

    boolean signedWith(String secret) {
        try {
            // The secret's characters are the key, although they look like base64.
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)), decoded(signature));
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claim's text, or empty text when it is absent or not text. */
    String text(String claim) {
        JsonNode value = claims.path(claim);
        return value.isTextual() ? value.textValue() : "";
    }

    private static ObjectNode json(String part) {
        return Json.read(new String(decoded(part), StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
