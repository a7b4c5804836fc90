package selfbooking.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * One free time as a button that submits {@code slot}.
 *
 * @param slot the signed value; null shows the time as text that starts nothing (the diary cannot be reached)
 * @param label "9:30 am", with U+00A0
 * @param spoken the whole accessible name, beginning with the label: "9:30 am, Tuesday 24 November, with Mei Lee"
 * @param datetime for the {@code time} element, with offset: "2026-11-24T09:30+11:00"
 * @param note a few words under the time ("tomorrow", "Mei Lee"); they must be part of {@code spoken} too
 * @param mine the time that the patient's own draft holds: shown as theirs, not as a button
 */
public record TimeButton(
        @Nullable String slot,
        String label,
        String spoken,
        String datetime,
        @Nullable String note,
        boolean mine) {

    /** A time to tap. */
    public static TimeButton of(String slot, String label, String spoken, String datetime, @Nullable String note) {
        return new TimeButton(slot, label, spoken, datetime, note, false);
    }

    /** Whether it is shown as a button. */
    public boolean open() {
        return slot != null && !mine;
    }
}
