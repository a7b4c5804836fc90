package selfbooking.web.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import selfbooking.booking.Booking;
import selfbooking.web.server.Request;

/** Which revision of a draft a check page showed and, for words, at which time. */
record CheckedRevision(int revision, String slot) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.(.*)");

    /** No draft has the revision of a text that is none of ours. */
    static CheckedRevision of(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? new CheckedRevision(Integer.parseInt(written.group(1)), written.group(2))
                : new CheckedRevision(0, text.substring(text.indexOf('.') + 1));
    }

    static String written(Request visit, Booking booking) {
        return booking.revision() + "." + slot(visit, booking);
    }

    /** What is different now, as far as it can be told. */
    String difference(Request visit, Booking booking) {
        return slot.equals(slot(visit, booking))
                ? "One of your answers was changed in another tab or window. Check them again."
                : "The time was changed in another tab or window. It is now "
                        + new BookingPresenter(visit, booking).when() + ".";
    }

    private static String slot(Request visit, Booking booking) {
        return visit.desk().slotCode().write(booking.offer().slot());
    }
}
