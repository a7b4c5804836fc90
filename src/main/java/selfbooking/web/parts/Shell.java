package selfbooking.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of one clinic.
 *
 * @param phone the clinic's number as people write it, groups joined by U+00A0; null when the clinic gave none
 * @param hue the clinic's colour as an angle of the OKLCH circle, 0 to 359; drawn at the nearest ten
 * @param demonstration says on top that people and times are invented
 */
public record Shell(
        String clinic,
        String homeHref,
        @Nullable String phone,
        int hue,
        boolean demonstration,
        String styleHref,
        String htmxHref,
        String scriptHref) {

    @Nullable
    public String phoneHref() {
        return phone == null ? null : "tel:" + phone.replaceAll("[^0-9+]", "");
    }

    /** "Call 02 5550 1234", or "Call the clinic" without a number. */
    public String call() {
        return "Call " + (phone == null ? "the clinic" : phone);
    }

    /** The same in the middle of a sentence. */
    public String orCall() {
        return "call " + (phone == null ? "the clinic" : phone);
    }

    public String hueClass() {
        return "hue-" + Math.floorMod(Math.round(hue / 10f) * 10, 360);
    }
}
