package selfbooking.booking.diary;

import java.time.LocalTime;

/** Morning until midday, afternoon until 5 pm, then evening, by the location's clock. */
public enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING;

    private static final LocalTime EVENING_STARTS = LocalTime.of(17, 0);

    public static DayPart of(LocalTime time) {
        if (time.isBefore(LocalTime.NOON)) {
            return MORNING;
        }
        return time.isBefore(EVENING_STARTS) ? AFTERNOON : EVENING;
    }
}
