package selfbooking.booking.times;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DayPart;

/**
 * What an address asks to see, in ids of the clinic's diary. Each link of a page changes one thing of it and keeps the rest.
 *
 * @param type appointment type; null for the clinic's default
 * @param practitioners empty for all
 * @param location null for all
 * @param part null for any time of day
 * @param from first day wanted, in the clinic's zone; null or past for today
 * @param ignored true when the address asked for ids besides that the clinic does not have
 */
public record Query(
        @Nullable String type,
        List<String> practitioners,
        @Nullable String location,
        @Nullable DayPart part,
        @Nullable LocalDate from,
        boolean ignored) {

    public static final Query ANY = new Query(null, List.of(), null, null, null);

    /** As an address says it: nothing has been left out yet. */
    public Query(
            @Nullable String type,
            List<String> practitioners,
            @Nullable String location,
            @Nullable DayPart part,
            @Nullable LocalDate from) {
        this(type, practitioners, location, part, from, false);
    }

    public Query type(@Nullable String id) {
        return new Query(id, practitioners, location, part, from, ignored);
    }

    public Query practitioners(List<String> ids) {
        return new Query(type, ids, location, part, from, ignored);
    }

    public Query location(@Nullable String id) {
        return new Query(type, practitioners, id, part, from, ignored);
    }

    public Query part(@Nullable DayPart wanted) {
        return new Query(type, practitioners, location, wanted, from, ignored);
    }

    public Query from(@Nullable LocalDate date) {
        return new Query(type, practitioners, location, part, date, ignored);
    }
}
