package selfbooking.sandbox.api;

import java.time.LocalDate;
import java.time.ZoneId;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Refused;

/** The days asked for, both included, as days of the zone asked for; at most a year. */
public record Days(LocalDate first, LocalDate last, ZoneId zone) {

    static Days of(Asked asked, Clinic clinic) {
        Days days = new Days(asked.date("startDate"), asked.date("endDate"), clinic.zone(asked.required("timezoneId")));
        if (days.last.isBefore(days.first)) {
            throw Refused.invalid("endDate must not be before startDate");
        }
        if (days.last.isAfter(days.first.plusYears(1))) {
            throw Refused.invalid("The dates must not be more than a year apart");
        }
        return days;
    }

    public Range range() {
        return new Range(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
