package selfbooking.booking.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The installation's own secret, from which a separate key is made for each purpose; and the one before it, whose seals and signatures
 * still hold after a change.
 */
public final class AppSecret {

    private static final String HMAC = "HmacSHA256";

    private final List<String> newestFirst;

    public AppSecret(String secret) {
        this(secret, null);
    }

    /** Null when there was no secret before that still counts. */
    public AppSecret(String secret, @Nullable String before) {
        this.newestFirst = before == null ? List.of(secret) : List.of(secret, before);
    }

    /** Keys of 32 bytes that serve this purpose and no other: the first one for all that is new, each for what there is. */
    public List<byte[]> keysFor(String purpose) {
        return newestFirst.stream()
                .map(secret -> sign(secret.getBytes(StandardCharsets.UTF_8), purpose.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The same for the same text and purpose, in hexadecimal; nobody without the secret can tell the text from it. */
    public String digest(String purpose, String text) {
        return HexFormat.of().formatHex(sign(keysFor(purpose).get(0), text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] sign(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
