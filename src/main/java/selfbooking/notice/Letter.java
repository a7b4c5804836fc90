package selfbooking.notice;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A plain text mail before it has a recipient. The subject is one line, whatever it was made from. */
record Letter(String subject, String body) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.forLanguageTag("en-AU"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.forLanguageTag("en-AU"));
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    Letter {
        subject = oneLine(subject);
    }

    static Letter of(CallClinic call) {
        var reference = oneLine(call.reference());
        var body = """
                A patient's online booking could not be finished. It needs you.

                Reference:    %1$s
                Time:         %2$s
                With:         %3$s
                Where:        %4$s
                Appointment:  %5$s

                What to do

                1. Look at that time in the diary. The notes of a booking of ours begin with
                   "Booked online, reference %6$s".
                2. If it is there, the patient has the time. Call the patient, whose number is
                   in the diary, to say so.
                3. If it is not there, nothing is booked. The patient was asked to call you and
                   to read out the reference: book a time then.
                """.formatted(
                        grouped(reference),
                        when(call.startsAt()),
                        oneLine(call.practitioner()),
                        oneLine(call.location()),
                        oneLine(call.appointmentType()),
                        reference);
        return new Letter("A booking needs you: " + grouped(reference), body);
    }

    /** As the patient reads it out: "K7-42QX". */
    private static String grouped(String reference) {
        return reference.length() > 2 ? reference.substring(0, 2) + "-" + reference.substring(2) : reference;
    }

    /** With zone and offset, so that not even an hour that a clock change repeats leaves a doubt. */
    private static String when(ZonedDateTime at) {
        return DAY.format(at) + ", " + TIME.format(at).toLowerCase(Locale.ROOT) + " (" + at.getZone() + ", UTC"
                + OFFSET.format(at) + ")";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
