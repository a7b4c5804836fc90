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
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.times.TimesFound;
import selfbooking.web.draft.BookingPresenter;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.parts.Filters;
import selfbooking.web.parts.Link;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.Query;
import selfbooking.web.parts.TimeButton;
import selfbooking.web.parts.TimeButtons;
import selfbooking.web.parts.TimeButtons.Note;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.server.Request;

/** Puts the times page into words. */
final class TimesPresenter {

    private final Request visit;
    private final TimesFound found;
    private final @Nullable Booking own;
    private final PageAddresses addresses;
    private final String page;
    private final Query search;
    private final TimeButtons offers;
    private final Set<Note> notes;

    TimesPresenter(Request visit, TimesFound found, @Nullable Booking own) {
        this.visit = visit;
        this.found = found;
        this.own = own;
        this.addresses = visit.addresses();
        this.page = own == null ? addresses.times() : addresses.times(visit.key());
        this.search = new Query(
                found.type().id(),
                found.practitioners().stream().map(Practitioner::id).toList(),
                found.location() == null ? null : found.location().id(),
                found.part(),
                found.from());
        this.offers = new TimeButtons(
                visit.desk().slotCode(),
                visit.now(),
                found.reachable(),
                own != null && TimesPage.holds(own) ? own.offer().slot() : null);
        this.notes = TimeButtons.differing(allOffers());
        notes.remove(Note.ZONE);
    }

    TimesView view() {
        ZoneNote zones = new ZoneNote(found, visit.now());
        return new TimesView(
                heading(),
                found.type().name() + ", " + found.type().minutes() + " minutes · " + place() + zones.words(),
                back(),
                new Filters(found.catalogue(), search, page)
                        .timesRows(found.type(), found.practitioners(), found.location(), found.part()),
                notices(),
                TimePhrases.checked(found.asOf(), visit.now(), found.catalogue().zone(), visit.address()),
                found.days().stream().map(this::day).toList(),
                found.days().isEmpty() ? nothing() : null,
                found.earlier() == null
                        ? null
                        : new Link(search.from(found.earlier()).at(page), "Earlier dates"),
                found.later() == null
                        ? null
                        : new Link(search.from(found.later()).at(page), "Later dates"),
                own == null ? addresses.bookings() : addresses.swap(visit.key()),
                ownTime(),
                TimePhrases.counted(allOffers().size(), "time") + " found",
                !found.reachable());
    }

    private String heading() {
        if (own != null) {
            return "Choose another time";
        }
        List<String> names =
                found.practitioners().stream().map(Practitioner::name).toList();
        return names.isEmpty() ? "All times" : "Times with " + String.join(" and ", names);
    }

    private String place() {
        return found.location() == null ? "All locations" : found.location().name();
    }

    private Link back() {
        if (own != null) {
            return new Link(new BookingPresenter(visit, own).nextStep(), "Back");
        }
        Location location = found.location();
        Query home = new Query(found.type().id(), List.of(), location == null ? null : location.id(), null, null);
        return new Link(home.at(addresses.home()), "Back");
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (found.ignored()) {
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
                + AustralianTime.day(found.lastLookedAt()) + ".";
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
        BookingPresenter words = new BookingPresenter(visit, own);
        return new TimesView.Own(words.chosen(), words.hold(visit.address()), addresses.release(visit.key()));
    }

    private List<Offer> allOffers() {
        return found.days().stream().flatMap(day -> day.offers().stream()).toList();
    }

    private LocalDate today() {
        ZoneId zone = found.location() == null
                ? found.catalogue().zone()
                : found.location().zone();
        return visit.now().atZone(zone).toLocalDate();
    }
}
