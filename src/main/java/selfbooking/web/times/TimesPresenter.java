package selfbooking.web.times;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Booking;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.ResolvedQuery;
import selfbooking.booking.times.TimesFound;
import selfbooking.web.draft.BookingPresenter;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.parts.Filters;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.QueryAddress;
import selfbooking.web.parts.TimeButton;
import selfbooking.web.parts.TimeButtons;
import selfbooking.web.parts.TimeButtons.Note;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.server.Request;

/** Puts the times page into words. */
final class TimesPresenter {

    private final Request request;
    private final TimesFound found;
    private final ResolvedQuery asked;
    private final String address;
    private final @Nullable Booking own;
    private final PageAddresses addresses;
    private final String page;
    private final Query query;
    private final TimeButtons offers;
    private final Set<Note> notes;

    /** The address is the page's own; {@code own} is the draft whose owner looks for another time. */
    TimesPresenter(Request request, TimesFound found, String address, @Nullable Booking own) {
        this.request = request;
        this.found = found;
        this.asked = found.asked();
        this.address = address;
        this.own = own;
        this.addresses = request.addresses();
        this.page = own == null ? addresses.times() : addresses.times(request.key());
        this.query = asked.query().type(asked.type().id());
        this.offers = new TimeButtons(
                request.desk().slotCode(),
                request.now(),
                found.basis().reachable(),
                own != null && TimesPage.holds(own) ? own.offer().slot() : null);
        this.notes = TimeButtons.differing(allOffers());
        notes.remove(Note.ZONE);
    }

    TimesView view() {
        ZoneNote zones = new ZoneNote(found, request.now());
        return new TimesView(
                heading(),
                asked.type().name() + ", " + asked.type().minutes() + " minutes · " + place() + zones.words(),
                back(),
                new Filters(asked, page).timesRows(),
                notices(),
                TimePhrases.checked(
                        found.basis().asOf(), request.now(), asked.catalogue().zone(), address),
                found.days().stream().map(this::day).toList(),
                found.days().isEmpty() ? nothing() : null,
                found.earlier() == null
                        ? null
                        : new Link(QueryAddress.write(page, query.from(found.earlier())), "Earlier dates"),
                found.later() == null
                        ? null
                        : new Link(QueryAddress.write(page, query.from(found.later())), "Later dates"),
                own == null ? addresses.bookings() : addresses.swap(request.key()),
                ownTime(),
                TimePhrases.counted(allOffers().size(), "time") + " found",
                !found.basis().reachable());
    }

    private String heading() {
        if (own != null) {
            return "Choose another time";
        }
        List<String> names =
                asked.practitioners().stream().map(Practitioner::name).toList();
        return names.isEmpty() ? "All times" : "Times with " + String.join(" and ", names);
    }

    private String place() {
        return asked.location() == null ? "All locations" : asked.location().name();
    }

    private Link back() {
        if (own != null) {
            return new Link(new BookingPresenter(request, own).nextStep(), "Back");
        }
        Query home = query.practitioners(List.of()).part(null).from(null);
        return new Link(QueryAddress.write(addresses.home(), home), "Back");
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (asked.query().ignored()) {
            notices.add(TimePhrases.IGNORED);
        }
        if (!found.days().isEmpty() && found.days().get(0).date().isAfter(found.from())) {
            notices.add("The first day with times is "
                    + AustralianTime.dayFrom(today(), found.days().get(0).date()) + ".");
        }
        return notices;
    }

    private String nothing() {
        String looked = "No times from " + AustralianTime.day(found.from()) + " to "
                + AustralianTime.day(found.basis().lastLookedAt()) + ".";
        return found.later() == null ? looked + " That is as far ahead as you can book online." : looked;
    }

    private DayOfTimes day(TimesFound.Day day) {
        List<DayOfTimes.Part> parts = Arrays.stream(DayPart.values())
                .map(part -> new DayOfTimes.Part(Filters.name(part), buttons(day, part)))
                .filter(part -> !part.times().isEmpty())
                .toList();
        String heading = AustralianTime.dayFrom(today(), day.date());
        return new DayOfTimes(
                heading, day.date().toString(), TimePhrases.counted(day.offers().size(), "time"), parts);
    }

    private List<TimeButton> buttons(TimesFound.Day day, DayPart part) {
        List<Offer> inPart =
                day.offers().stream().filter(offer -> offer.part() == part).toList();
        return offers.buttons(inPart, notes);
    }

    private TimesView.@Nullable Own ownTime() {
        if (own == null || !TimesPage.holds(own)) {
            return null;
        }
        BookingPresenter words = new BookingPresenter(request, own);
        return new TimesView.Own(words.chosen(), words.hold(address), addresses.release(request.key()));
    }

    private List<Offer> allOffers() {
        return found.days().stream().flatMap(day -> day.offers().stream()).toList();
    }

    private LocalDate today() {
        ZoneId zone = asked.location() == null
                ? asked.catalogue().zone()
                : asked.location().zone();
        return request.now().atZone(zone).toLocalDate();
    }
}
