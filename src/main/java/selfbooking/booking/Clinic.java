package selfbooking.booking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One coreplus customer of this installation, as patients meet it.
 *
 * @param slug first part of every address of the clinic
 * @param phone as people read it, with its usual spaces; null when the clinic gave none
 * @param hue the clinic's colour, 0–359 degrees; every accent is derived from it
 * @param terms where the clinic's terms can be read; null when there are none to agree to
 * @param frameSites origins such as {@code https://clinic.example} that may show the journey in a frame
 * @param notice a time must start at least this long from now to be offered
 * @param horizonWeeks how many weeks ahead times are offered
 */
public record Clinic(
        String slug,
        String name,
        @Nullable String phone,
        int hue,
        @Nullable URI terms,
        List<String> frameSites,
        Duration notice,
        int horizonWeeks) {

    public static final Duration DEFAULT_NOTICE = Duration.ofMinutes(15);
    public static final int DEFAULT_HORIZON_WEEKS = 12;
}
