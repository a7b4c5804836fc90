package selfbooking.web.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import selfbooking.booking.Booking;
import selfbooking.booking.State;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.Hold;
import selfbooking.booking.times.Query;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.parts.Chosen;
import selfbooking.web.parts.HoldLine;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.QueryAddress;
import selfbooking.web.server.Request;

/** What every page of one draft or booking says: its time, how long that is kept, and where it goes on. */
public final class BookingPresenter {

    private final PageAddresses addresses;
    private final String key;
    private final Instant now;
    private final Booking booking;

    public BookingPresenter(Request visit, Booking booking) {
        this.addresses = visit.addresses();
        this.key = visit.key();
        this.now = visit.now();
        this.booking = booking;
    }

    public Chosen chosen() {
        Offer offer = booking.offer();
        ZonedDateTime at = offer.startsAt();
        return new Chosen(
                when(),
                AustralianTime.machine(at),
                List.of(
                        whatFor() + ", with " + offer.practitioner().name(),
                        offer.location().name(),
                        AustralianTime.zone(at)));
    }

    /** "Monday 23 November 2026, 3:40 pm". */
    String when() {
        ZonedDateTime at = booking.offer().startsAt();
        return AustralianTime.fullDay(at) + ", " + AustralianTime.time(at);
    }

    /** "Standard visit, 30 minutes". */
    String whatFor() {
        return booking.offer().type().name() + ", " + booking.offer().type().minutes() + " minutes";
    }

    public HoldLine hold(String refreshHref) {
        Hold hold = booking.hold();
        if (hold == null) {
            return new HoldLine("a few minutes ago", 0, null, refreshHref);
        }
        return new HoldLine(
                AustralianTime.timeInWords(hold.until().atZone(zone())),
                Duration.between(now, hold.until()).toSeconds(),
                hold.extensionsLeft() > 0 ? addresses.extend(key) : null,
                refreshHref);
    }

    /** The free times with the same practitioner. */
    String otherTimes() {
        List<String> same = List.of(booking.offer().practitioner().id());
        return QueryAddress.write(addresses.times(key), Query.ANY.practitioners(same));
    }

    /** Grouped for reading out: "K7-42QX". */
    public String reference() {
        String reference = booking.reference() == null ? "" : booking.reference();
        return reference.length() > 2 ? reference.substring(0, 2) + "-" + reference.substring(2) : reference;
    }

    /** What a draft still needs; for anything that was sent, its outcome. */
    public String nextStep() {
        if (booking.state() != State.DRAFT) {
            return addresses.outcome(key);
        }
        return booking.answers() == null ? addresses.details(key) : addresses.check(key);
    }

    LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return booking.offer().location().zone();
    }
}
