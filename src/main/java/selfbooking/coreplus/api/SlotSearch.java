package selfbooking.coreplus.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for free times; both dates are included and read in the time zone (API notes, section 4.4).
 *
 * <p>With an appointment type the server cuts free time into pieces of its length; without, ranges come whole. Empty
 * lists mean every practitioner and every location.
 */
public record SlotSearch(
        LocalDate startDate,
        LocalDate endDate,
        String timezoneId,
        @Nullable String appointmentTypeId,
        List<String> practitionerIds,
        List<String> locationIds) {

    public SlotSearch {
        practitionerIds = List.copyOf(practitionerIds);
        locationIds = List.copyOf(locationIds);
    }
}
