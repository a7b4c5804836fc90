package selfbooking.booking.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.privacy.AppSecret;

/**
 * The {@code slot} value of a form: proves that we once offered that time at this clinic, and nothing else. A page holds hundreds of
 * them, so it is short: nothing in it is secret, and all of it may stand in a form as it is.
 */
public final class SlotCode {

    private static final String BETWEEN = "~";
    private static final int SIGNATURE = 12;
    private static final int FIELDS = 5;
    private static final int LONGEST = 1_000;

    private final String clinic;
    private final List<byte[]> keys;

    public SlotCode(String clinic, AppSecret secret) {
        this.clinic = clinic;
        this.keys = secret.keysFor("slot");
    }

    public String write(Slot slot) {
        var text = String.join(
                BETWEEN,
                slot.practitionerId(),
                slot.locationId(),
                slot.typeId(),
                Long.toString(slot.start().getEpochSecond()),
                Long.toString(Duration.between(slot.start(), slot.end()).toSeconds()));
        return text + BETWEEN + signature(keys.get(0), text);
    }

    /** Empty when the text is not one of ours, or is of another clinic. */
    public Optional<Slot> read(String code) {
        var cut = code.lastIndexOf(BETWEEN);
        if (cut < 0 || code.length() > LONGEST) {
            return Optional.empty();
        }
        var text = code.substring(0, cut);
        var signature = code.substring(cut + 1).getBytes(StandardCharsets.UTF_8);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(bytes(signature(key, text)), signature))) {
            return Optional.empty();
        }
        var fields = text.split(BETWEEN, -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        var start = Instant.ofEpochSecond(Long.parseLong(fields[3]));
        return Optional.of(
                new Slot(fields[0], fields[1], fields[2], start, start.plusSeconds(Long.parseLong(fields[4]))));
    }

    private String signature(byte[] key, String text) {
        var signed = AppSecret.sign(key, bytes(clinic + BETWEEN + text));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, SIGNATURE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
