package selfbooking.web.draft;

import selfbooking.booking.Booking;
import selfbooking.web.server.Request;

/** What a check page carries of itself: the digest of all that it showed and, for words, the time. */
record CheckedRevision(String digest, String slot) {

    static CheckedRevision of(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new CheckedRevision(text, "")
                : new CheckedRevision(text.substring(0, dot), text.substring(dot + 1));
    }

    static String written(Request visit, Booking booking) {
        return booking.seen() + "." + slot(visit, booking);
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
