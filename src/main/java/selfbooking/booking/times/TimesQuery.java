package selfbooking.booking.times;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DayPart;

/**
 * What a patient asked to see. Ids that the clinic does not have are ignored and named in the answer.
 *
 * @param type appointment type id; null for the clinic's default
 * @param practitioners practitioner ids; empty for all
 * @param location location id; null for all
 * @param part null for any time of day
 * @param from first day wanted, in the clinic's zone; null or past for today
 */
public record TimesQuery(
        @Nullable String type,
        List<String> practitioners,
        @Nullable String location,
        @Nullable DayPart part,
        @Nullable LocalDate from) {

    public static final TimesQuery ANY = new TimesQuery(null, List.of(), null, null, null);
}
