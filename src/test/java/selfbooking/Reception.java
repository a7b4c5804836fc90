package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The clinic's own people, who put appointments into the diary without asking us. */
public final class Reception {

    private Reception() {}

    /** Takes the time of a page's button. */
    public static void takes(SandboxConsole console, String slot) {
        var fields = fields(slot);
        var end = start(slot).plusSeconds(Long.parseLong(fields.get(4)));
        int status = console.receptionBooks(fields.get(0), fields.get(1), local(start(slot)), local(end));
        assertThat(status).isEqualTo(200);
    }

    /** When the time of a page's button begins; its value is signed, but no secret. */
    public static Instant start(String slot) {
        return Instant.ofEpochSecond(Long.parseLong(fields(slot).get(3)));
    }

    private static List<String> fields(String slot) {
        return List.of(slot.split("~", -1));
    }

    private static String local(Instant moment) {
        return moment.atOffset(ZoneOffset.ofHours(10)).toString();
    }
}
