package selfbooking.web.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.times.HomeFound;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.ResolvedQuery;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.parts.Filters;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.QueryAddress;
import selfbooking.web.parts.TimeButton;
import selfbooking.web.parts.TimeButtons;
import selfbooking.web.parts.TimeButtons.Note;
import selfbooking.web.parts.TimePhrases;
import selfbooking.web.server.Request;

/** Puts the first page into words. */
final class HomePresenter {

    /** With more people than this a search by name is worth its place. */
    private static final int MANY = 8;

    private final Request request;
    private final HomeFound found;
    private final ResolvedQuery asked;
    private final String address;
    private final String name;
    private final PageAddresses addresses;
    private final Query query;
    private final Filters filters;
    private final TimeButtons offers;

    HomePresenter(Request request, HomeFound found, String address, String name) {
        this.request = request;
        this.found = found;
        this.asked = found.asked();
        this.address = address;
        this.name = name;
        this.addresses = request.addresses();
        this.query = asked.query().type(asked.type().id());
        this.filters = new Filters(asked, addresses.home());
        this.offers = new TimeButtons(
                request.desk().slotCode(), request.now(), found.basis().reachable(), null);
    }

    HomeView view() {
        List<PersonCard> people =
                found.people().stream().filter(this::named).map(this::card).toList();
        return new HomeView(
                filters.types(),
                filters.homeRows(),
                nameSearch(),
                notices(people),
                TimePhrases.checked(
                        found.basis().asOf(), request.now(), asked.catalogue().zone(), address),
                first(),
                addresses.bookings(),
                people,
                said(people),
                !found.basis().reachable());
    }

    private boolean named(HomeFound.Person person) {
        return person.practitioner().name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private HomeView.@Nullable NameSearch nameSearch() {
        if (found.people().size() <= MANY && name.isEmpty()) {
            return null;
        }
        List<HomeView.Kept> kept =
                new ArrayList<>(List.of(new HomeView.Kept("type", asked.type().id())));
        if (query.location() != null) {
            kept.add(new HomeView.Kept("location", query.location()));
        }
        if (addresses.framed()) {
            kept.add(new HomeView.Kept(PageAddresses.FRAME, PageAddresses.FRAMED));
        }
        return new HomeView.NameSearch(addresses.home(), name, kept);
    }

    private List<String> notices(List<PersonCard> people) {
        List<String> notices = new ArrayList<>();
        if (asked.query().ignored()) {
            notices.add(TimePhrases.IGNORED);
        }
        if (people.isEmpty() && !name.isEmpty()) {
            notices.add("Nobody here has “" + name + "” in their name.");
        }
        if (found.first().isEmpty()) {
            notices.add(TimePhrases.noTimes(found.basis().lastLookedAt()) + ".");
        }
        return notices;
    }

    private HomeView.@Nullable First first() {
        if (found.first().isEmpty()) {
            return null;
        }
        Offer soonest = found.first().get(0);
        Set<Note> notes = EnumSet.of(Note.DAY);
        notes.addAll(TimeButtons.differing(found.first()));
        return new HomeView.First(
                "First available: " + TimePhrases.soon(offers.today(soonest), soonest),
                "With " + soonest.practitioner().name() + " at " + place(soonest.location()),
                offers.buttons(found.first(), notes),
                QueryAddress.write(addresses.times(), query));
    }

    private PersonCard card(HomeFound.Person person) {
        Practitioner who = person.practitioner();
        Offer next = person.next().isEmpty() ? null : person.next().get(0);
        return new PersonCard(
                who.name(),
                person.locations().stream().map(this::place).collect(Collectors.joining(" and ")),
                next == null ? null : AustralianTime.dayFrom(offers.today(next), next.day()),
                next == null ? null : waiting(next.day()),
                person.next().stream().map(offer -> timeOf(person, offer)).toList(),
                QueryAddress.write(addresses.times(), query.practitioners(List.of(who.id()))),
                next == null ? TimePhrases.noTimes(found.basis().lastLookedAt()) : null);
    }

    /** "Glebe", or "Glebe (Adelaide time)" where the clinic's clocks differ. */
    private String place(Location location) {
        long zones = asked.catalogue().locations().stream()
                .map(Location::zone)
                .distinct()
                .count();
        return zones > 1 ? location.name() + " (" + AustralianTime.city(location.zone()) + ")" : location.name();
    }

    /** Only what differs from the card's own day or place is written under a time. */
    private TimeButton timeOf(HomeFound.Person person, Offer offer) {
        Set<Note> notes = TimeButtons.differing(person.next());
        if (!offer.day().equals(person.next().get(0).day())) {
            notes.add(Note.DAY);
        }
        return offers.button(offer, notes);
    }

    private @Nullable String waiting(LocalDate day) {
        long days = ChronoUnit.DAYS.between(found.first().get(0).day(), day);
        return days <= 0 ? null : TimePhrases.counted(days, "day") + " after the first available";
    }

    private static String said(List<PersonCard> people) {
        long free = people.stream().filter(person -> !person.times().isEmpty()).count();
        return TimePhrases.counted(people.size(), "practitioner") + ", " + free + " with times";
    }
}
