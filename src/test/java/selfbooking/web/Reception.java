package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import selfbooking.SandboxConsole;

/** Takes times in the sandbox's diary behind the patients' backs. */
final class Reception {

    private Reception() {}

    /** Reads the time out of the signed value, which is no secret. */
    static void takes(SandboxConsole console, String slot) {
        String[] fields = fields(slot);
        int status =
                console.receptionBooks(fields[2], fields[3], offset(fields[5]), offset(fields[6].substring(0, 10)));
        assertThat(status).isLessThan(300);
    }

    /** When a signed time begins. */
    static Instant start(String slot) {
        return Instant.ofEpochSecond(Long.parseLong(fields(slot)[5]));
    }

    private static String[] fields(String slot) {
        String text = new String(Base64.getUrlDecoder().decode(slot), StandardCharsets.ISO_8859_1);
        return text.split("\n", -1);
    }

    private static String offset(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds))
                .atOffset(ZoneOffset.ofHours(10))
                .toString();
    }
}
