package selfbooking.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import selfbooking.RunningApp;

/** The clinic's own people, who put appointments into the diary without asking us. */
final class Reception {

    private static final int SIGNATURE = 16;

    private Reception() {}

    /** Takes the time of a page's button; answers the sandbox's status. */
    static int takes(RunningApp app, String slot) {
        var bytes = Base64.getUrlDecoder().decode(slot);
        var fields = new String(bytes, 0, bytes.length - SIGNATURE, StandardCharsets.UTF_8).split("\n", -1);
        return app.console().receptionBooks(fields[2], fields[3], at(fields[5]), at(fields[6]));
    }

    private static String at(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds))
                .atOffset(ZoneOffset.ofHours(10))
                .toString();
    }
}
