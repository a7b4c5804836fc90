package selfbooking.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.answers.Answers;

/** Answers as they lie in the database: AES-GCM, tied to their booking, so that a row's text opens nowhere else. */
final class SealedAnswers {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ObjectMapper json = new ObjectMapper();
    private final SecretKeySpec key;
    private final SecureRandom random;

    SealedAnswers(AppSecret secret, SecureRandom random) {
        this.key = new SecretKeySpec(secret.keyFor("answers"), "AES");
        this.random = random;
    }

    String seal(String bookingId, Answers answers) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, bookingId, plain(answers).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    Answers open(String bookingId, String sealed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return answers(json.readTree(crypt(Cipher.DECRYPT_MODE, nonce, bookingId, rest)));
        } catch (IOException e) {
            throw new IllegalStateException("the answers of a booking cannot be read", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, String bookingId, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bookingId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the answers of a booking do not open with this APP_SECRET", e);
        }
    }

    /** Always the same text for the same answers: the check page's digest is made of it. */
    String plain(Answers answers) {
        var mobile = answers.mobile();
        var fields = json.createObjectNode()
                .put("booker", answers.bookerName())
                .put("given", answers.givenName())
                .put("family", answers.familyName())
                .put("born", answers.birthDate().toString())
                .put("mobile", mobile == null ? null : mobile.e164())
                .put("mobileTyped", mobile == null ? null : mobile.typed())
                .put("email", answers.email())
                .put("reason", answers.reason())
                .put("agreed", answers.agreed());
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answers answers(JsonNode fields) {
        var mobile = text(fields, "mobile");
        var typed = text(fields, "mobileTyped");
        return new Answers(
                text(fields, "booker"),
                fields.path("given").asText(),
                fields.path("family").asText(),
                LocalDate.parse(fields.path("born").asText()),
                mobile == null || typed == null ? null : new Answers.Mobile(mobile, typed),
                text(fields, "email"),
                text(fields, "reason"),
                fields.path("agreed").asBoolean());
    }

    private static @Nullable String text(JsonNode fields, String name) {
        var value = fields.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
