package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.DiarySession;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.WeekKey;

/** Free times as patients may see them: the diary's slots less our own live claims and what the clinic's notice rules out. */
public final class Times {

    private static final int MOST_DAYS = 10;
    private static final int WEEKS_LOOKED_AT = 4;
    private static final int NEXT = 3;
    /** As the clocks on the walls show it, which is how a day is read where locations have different zones. */
    private static final Comparator<Offer> BY_CLOCK = Comparator.comparing(
                    (Offer offer) -> offer.startsAt().toLocalDateTime())
            .thenComparing(offer -> offer.slot().start());

    private final Diary diary;
    private final FreeTimes free;
    private final Function<String, @Nullable String> bookingIds;

    public Times(Diary diary, FreeTimes free, Function<String, @Nullable String> bookingIds) {
        this.diary = diary;
        this.free = free;
        this.bookingIds = bookingIds;
    }

    /**
     * Looks through the weeks from the day asked for until ten days with times are found, four weeks at most.
     *
     * @param ownKey key of a draft whose own time stays visible to its owner; null for anyone else
     * @throws DiaryUnavailable when the diary does not answer and nothing is kept
     */
    public TimesFound search(TimesQuery query, @Nullable String ownKey) {
        var look = diary.look();
        var wanted = ResolvedQuery.of(query, look.catalogue());
        var catalogue = wanted.catalogue();
        var today = free.today(catalogue);
        var from = query.from() == null || query.from().isBefore(today) ? today : query.from();
        var last = earlier(from.plusWeeks(WEEKS_LOOKED_AT).minusDays(1), free.horizon(catalogue));
        var search = new Search(look, wanted, ownKey == null ? null : bookingIds.apply(ownKey));
        search.begin(from, earlier(from.plusDays(MOST_DAYS), last));
        while (search.days.size() <= MOST_DAYS && search.lookAtWeek(from, last)) {
            // the weeks that have begun to be read, then one at a time
        }
        var days = search.tenDays();
        var seen = search.days.size() > MOST_DAYS ? days.get(MOST_DAYS - 1).date() : search.lookedUntil(last);
        return new TimesFound(
                catalogue,
                wanted.type(),
                wanted.practitioners(),
                wanted.location(),
                wanted.part(),
                days,
                from,
                from.isAfter(today)
                        ? later(today, earlier(from, free.horizon(catalogue)).minusWeeks(2))
                        : null,
                seen.isBefore(free.horizon(catalogue)) ? seen.plusDays(1) : null,
                seen,
                wanted.ignored(),
                search.asOf == null ? catalogue.asOf() : search.asOf,
                look.upToDate(),
                look.validity().until(),
                look.version());
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /**
     * The first page: next times with anyone and with each practitioner ({@code query.part()} and {@code from()} are not used).
     *
     * @throws DiaryUnavailable when the diary does not answer and nothing is kept
     */
    public HomeFound home(TimesQuery query) {
        var look = diary.look();
        var wanted = ResolvedQuery.of(query, look.catalogue());
        var catalogue = wanted.catalogue();
        var today = free.today(catalogue);
        var last = earlier(today.plusWeeks(WEEKS_LOOKED_AT).minusDays(1), free.horizon(catalogue));
        var search = new Search(look, wanted, null);
        Predicate<Practitioner> hasEnough = who -> search.with(who).size() >= NEXT;
        while (!catalogue.practitioners().stream().allMatch(hasEnough) && search.lookAtWeek(today, last)) {
            // until everybody has three times to show
        }
        var people = catalogue.practitioners().stream()
                .map(who -> search.person(who))
                .sorted(Comparator.comparing(Times::soonest)
                        .thenComparing(person -> person.practitioner().name()))
                .toList();
        return new HomeFound(
                catalogue,
                wanted.type(),
                wanted.location(),
                search.found.stream().limit(NEXT).toList(),
                people,
                search.lookedUntil(last),
                wanted.ignored(),
                search.asOf == null ? catalogue.asOf() : search.asOf,
                look.upToDate(),
                look.validity().until(),
                look.version());
    }

    private static Instant soonest(HomeFound.Person person) {
        return person.next().isEmpty()
                ? Instant.MAX
                : person.next().get(0).slot().start();
    }

    /** Grows week by week. */
    private final class Search {
        final DiarySession look;
        final ResolvedQuery wanted;
        final @Nullable String own;
        final List<Offer> found = new ArrayList<>();
        final Map<LocalDate, List<Offer>> days = new TreeMap<>();

        @Nullable
        Instant asOf;

        @Nullable
        LocalDate next;

        Search(DiarySession look, ResolvedQuery wanted, @Nullable String own) {
            this.look = look;
            this.wanted = wanted;
            this.own = own;
        }

        /** The weeks of these days are needed in any case: the eleventh day with times, which says that there are later ones, is no sooner. */
        void begin(LocalDate from, LocalDate to) {
            for (var day = from; !day.isAfter(to); day = WeekKey.mondayOf(day).plusWeeks(1)) {
                look.begin(new WeekKey(wanted.type().id(), WeekKey.mondayOf(day)));
            }
        }

        /** False when everything up to the last day has been looked at. */
        boolean lookAtWeek(LocalDate from, LocalDate last) {
            var start = next == null ? from : next;
            if (start.isAfter(last)) {
                return false;
            }
            var end = earlier(WeekKey.mondayOf(start).plusDays(6), last);
            var week = between(start, end);
            if (week == null) {
                return false;
            }
            asOf = asOf == null || week.asOf().isBefore(asOf) ? week.asOf() : asOf;
            week.offers().stream().filter(wanted::fits).forEach(found::add);
            days.putAll(week.offers().stream().filter(wanted::fits).collect(Collectors.groupingBy(Offer::day)));
            next = end.plusDays(1);
            return true;
        }

        /** Null when the diary does not answer for these days, but did for earlier ones: those are shown. */
        private FreeTimes.@Nullable Found between(LocalDate start, LocalDate end) {
            try {
                return free.between(look, wanted.type(), start, end, own);
            } catch (DiaryUnavailable e) {
                if (asOf == null) {
                    throw e;
                }
                look.validity().askAgainSoon();
                return null;
            }
        }

        List<TimesFound.Day> tenDays() {
            return days.entrySet().stream()
                    .limit(MOST_DAYS)
                    .map(day -> new TimesFound.Day(
                            day.getKey(),
                            day.getValue().stream().sorted(BY_CLOCK).toList()))
                    .toList();
        }

        LocalDate lookedUntil(LocalDate last) {
            return next == null ? last : next.minusDays(1);
        }

        List<Offer> with(Practitioner who) {
            return found.stream()
                    .filter(offer -> offer.practitioner().equals(who))
                    .toList();
        }

        HomeFound.Person person(Practitioner who) {
            var times = with(who);
            var places = times.stream().map(Offer::location).distinct().toList();
            return new HomeFound.Person(who, places, times.stream().limit(NEXT).toList());
        }
    }
}
