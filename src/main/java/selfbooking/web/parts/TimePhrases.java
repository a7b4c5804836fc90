package selfbooking.web.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import selfbooking.booking.Validity;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.times.Basis;

/** Sentences about times that more than one page says. */
public final class TimePhrases {

    public static final String IGNORED =
            "Part of what the address asked for is not at this clinic, so it was left out.";

    private static final Duration OLD = Duration.ofMinutes(2);

    private TimePhrases() {}

    /** "Times checked at 2:04 pm", with the day when that is not today. */
    public static CheckedAt checked(Instant asOf, Instant now, ZoneId zone, String href) {
        ZonedDateTime at = asOf.atZone(zone);
        boolean today = at.toLocalDate().equals(now.atZone(zone).toLocalDate());
        String text = "Times checked at " + AustralianTime.time(at) + (today ? "" : " on " + AustralianTime.day(at));
        return new CheckedAt(text, href, asOf.plus(OLD).isBefore(now), asOf.toString());
    }

    /** The first moment at which a page that was put into words now says something that is not true any more. */
    public static Instant validUntil(Instant now, Basis basis) {
        Validity validity = new Validity(now);
        validity.endsAt(basis.validUntil());
        validity.endsAfter(basis.asOf().plus(OLD));
        return validity.until();
    }

    /** "No times up to Sunday 20 December". */
    public static String noTimes(LocalDate lastLookedAt) {
        return "No times up to " + AustralianTime.day(lastLookedAt);
    }

    /** "today, 3:40 pm". */
    public static String soon(LocalDate today, Offer offer) {
        return AustralianTime.shortDayFrom(today, offer.day()) + ", " + AustralianTime.time(offer.startsAt());
    }

    /** "1 day", "2 days". */
    public static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
