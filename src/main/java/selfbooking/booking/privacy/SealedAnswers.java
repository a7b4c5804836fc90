package selfbooking.booking.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Codes;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.DetailsField;

/**
 * Answers as they lie in the database: AES-GCM, tied to their booking, so that a row's text opens nowhere else. The key's id stands in
 * front of the text, so that after a change of secret the right one is known; the first texts were sealed without one.
 */
public final class SealedAnswers {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID = 8;
    private static final char MARK = '.';

    private final ObjectMapper json = new ObjectMapper();
    private final List<Key> newestFirst;
    private final SecureRandom random;

    /** The id tells keys apart and nothing about them. */
    private record Key(String id, SecretKeySpec key) {

        static Key of(byte[] bytes) {
            var id = Codes.hash(Base64.getEncoder().encodeToString(bytes)).substring(0, KEY_ID);
            return new Key(id, new SecretKeySpec(bytes, "AES"));
        }
    }

    public SealedAnswers(AppSecret secret, SecureRandom random) {
        this.newestFirst = secret.keysFor("answers").stream().map(Key::of).toList();
        this.random = random;
    }

    /** What every text begins with that is sealed now. */
    String beginning() {
        return newestFirst.get(0).id() + MARK;
    }

    public String seal(String bookingId, Answers answers) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var text = plain(answers).getBytes(StandardCharsets.UTF_8);
        try {
            var sealed = crypt(Cipher.ENCRYPT_MODE, newestFirst.get(0), nonce, bookingId, text);
            var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return beginning() + Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES/GCM", e);
        }
    }

    /**
     * Opens what was sealed for that booking.
     *
     * @throws IllegalStateException when it was sealed under another secret or for another booking
     */
    public Answers open(String bookingId, String sealed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(sealed.indexOf(MARK) + 1)));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        for (var key : keysOf(sealed)) {
            try {
                return answers(json.readTree(crypt(Cipher.DECRYPT_MODE, key, nonce, bookingId, rest)));
            } catch (GeneralSecurityException notThisKey) {
                // The tag proves it, so nothing is guessed: without an id there may be one more key to try.
            } catch (IOException e) {
                throw new IllegalStateException("the answers of a booking cannot be read", e);
            }
        }
        throw new IllegalStateException("the answers of a booking were sealed under another APP_SECRET or for another"
                + " booking; an earlier secret goes into APP_SECRET_BEFORE");
    }

    private List<Key> keysOf(String sealed) {
        var cut = sealed.indexOf(MARK);
        return cut < 0
                ? newestFirst
                : newestFirst.stream()
                        .filter(key -> key.id().equals(sealed.substring(0, cut)))
                        .toList();
    }

    private static byte[] crypt(int mode, Key key, byte[] nonce, String bookingId, byte[] text)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bookingId.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }

    private String plain(Answers answers) {
        var fields = json.createObjectNode();
        for (var field : DetailsField.values()) {
            switch (field) {
                case BIRTH_DAY -> fields.put("born", answers.birthDate().toString());
                case MOBILE -> put(fields, answers.mobile());
                case AGREE -> fields.put("agreed", answers.agreed());
                default -> put(fields, field.sealedAs(), answers.text(field));
            }
        }
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode fields, Answers.@Nullable Mobile mobile) {
        put(fields, "mobile", mobile == null ? null : mobile.e164());
        put(fields, "mobileTyped", mobile == null ? null : mobile.typed());
    }

    private static void put(ObjectNode fields, @Nullable String name, @Nullable String text) {
        if (name != null) {
            fields.put(name, text);
        }
    }

    private static Answers answers(JsonNode fields) {
        var mobile = text(fields, "mobile");
        var typed = text(fields, "mobileTyped");
        var texts = new EnumMap<DetailsField, String>(DetailsField.class);
        for (var field : DetailsField.values()) {
            var text = field.sealedAs() == null ? null : text(fields, field.sealedAs());
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new Answers(
                texts,
                LocalDate.parse(fields.path("born").asText()),
                mobile == null || typed == null ? null : new Answers.Mobile(mobile, typed),
                fields.path("agreed").asBoolean());
    }

    private static @Nullable String text(JsonNode fields, String name) {
        var value = fields.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
