package selfbooking.booking.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import selfbooking.booking.diary.Slot;

/** The {@code slot} value of a form: proves that we once offered that time at this clinic, and nothing else. */
public final class SlotCode {

    private static final String VERSION = "v1";
    private static final int SIGNATURE = 16;
    private static final int FIELDS = 7;
    private static final int LONGEST = 1_000;

    private final String clinic;
    private final List<byte[]> keys;

    public SlotCode(String clinic, AppSecret secret) {
        this.clinic = clinic;
        this.keys = secret.keysFor("slot");
    }

    public String write(Slot slot) {
        var text = String.join(
                "\n",
                VERSION,
                clinic,
                slot.practitionerId(),
                slot.locationId(),
                slot.typeId(),
                Long.toString(slot.start().getEpochSecond()),
                Long.toString(slot.end().getEpochSecond()));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signed = ByteBuffer.allocate(bytes.length + SIGNATURE).put(bytes).put(signature(keys.get(0), bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** Empty when the text is not one of ours, or is of another clinic. */
    public Optional<Slot> read(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return open(Base64.getUrlDecoder().decode(code));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<Slot> open(byte[] signed) {
        var cut = signed.length - SIGNATURE;
        if (cut <= 0) {
            return Optional.empty();
        }
        var bytes = Arrays.copyOf(signed, cut);
        var signature = Arrays.copyOfRange(signed, cut, signed.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(signature(key, bytes), signature))) {
            return Optional.empty();
        }
        var fields = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (fields.length != FIELDS || !fields[0].equals(VERSION) || !fields[1].equals(clinic)) {
            return Optional.empty();
        }
        return Optional.of(new Slot(fields[2], fields[3], fields[4], instant(fields[5]), instant(fields[6])));
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private static byte[] signature(byte[] key, byte[] bytes) {
        return Arrays.copyOf(AppSecret.sign(key, bytes), SIGNATURE);
    }
}
