package selfbooking.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes the codes that people carry: keys nobody can guess, and references that can be read out over the phone. */
public final class Codes {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REFERENCE_LENGTH = 6;
    private static final int KEY_BYTES = 16;

    private final SecureRandom random;

    public Codes(SecureRandom random) {
        this.random = random;
    }

    /** 128 random bits as 22 letters that fit into an address. */
    public String key() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String id() {
        return key();
    }

    public String reference() {
        return random.ints(REFERENCE_LENGTH, 0, CROCKFORD.length())
                .mapToObj(CROCKFORD::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** SHA-256 in hexadecimal: all that is stored of a key. */
    public static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
