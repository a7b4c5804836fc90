package selfbooking.booking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's own secret, from which a separate key is made for each purpose. */
public final class AppSecret {

    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;

    public AppSecret(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** 32 bytes that serve this purpose and no other. */
    byte[] keyFor(String purpose) {
        return sign(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sign(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
