package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;

/** Free times as patients may see them: the diary's slots less our own live claims and what the clinic's notice rules out. */
public final class Times {

    private static final int MOST_DAYS = 10;
    private static final int WEEKS_LOOKED_AT = 4;
    private static final int FIRST_TIMES_WITH_ANYONE = 3;
    static final int NEXT_TIMES_PER_PERSON = 3;

    private final Diary diary;
    private final FreeTimes free;
    private final Function<String, @Nullable String> bookingIds;

    public Times(Diary diary, FreeTimes free, Function<String, @Nullable String> bookingIds) {
        this.diary = diary;
        this.free = free;
        this.bookingIds = bookingIds;
    }

    /**
     * The query in the diary's own spelling of ids and without those that the clinic does not have, as far as that is known at this
     * moment: nothing is waited for.
     */
    public Query known(Query query) {
        return diary.keptCatalogue()
                .map(catalogue -> ResolvedQuery.of(query, catalogue).query())
                .orElse(query);
    }

    /**
     * Looks through the weeks from the day asked for until ten days with times are found, four weeks at most.
     *
     * @param ownKey key of a draft whose own time stays visible to its owner; null for anyone else
     * @throws DiaryUnavailable when the diary does not answer and nothing is kept
     */
    public TimesFound search(Query query, @Nullable String ownKey) {
        var session = diary.look();
        var asked = ResolvedQuery.of(query, session.catalogue());
        var today = free.today(asked.catalogue());
        var horizon = free.horizon(asked.catalogue());
        var from = query.from() == null || query.from().isBefore(today) ? today : query.from();
        var last = earlier(from.plusWeeks(WEEKS_LOOKED_AT).minusDays(1), horizon);
        var ownBooking = ownKey == null ? null : bookingIds.apply(ownKey);
        var search = new WeekByWeek(free, session, asked, from, last, ownBooking);
        search.begin(earlier(from.plusDays(MOST_DAYS), last));
        search.until(() -> search.daysFound() > MOST_DAYS);
        var days = search.days(MOST_DAYS);
        var seen = search.daysFound() > MOST_DAYS ? days.get(MOST_DAYS - 1).date() : search.lastLookedAt();
        return new TimesFound(
                asked,
                search.basis(seen),
                days,
                from,
                from.isAfter(today) ? later(today, earlier(from, horizon).minusWeeks(2)) : null,
                seen.isBefore(horizon) ? seen.plusDays(1) : null);
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
    public HomeFound home(Query query) {
        var session = diary.look();
        var asked = ResolvedQuery.of(query, session.catalogue());
        var today = free.today(asked.catalogue());
        var last = earlier(today.plusWeeks(WEEKS_LOOKED_AT).minusDays(1), free.horizon(asked.catalogue()));
        var practitioners = asked.catalogue().practitioners();
        var search = new WeekByWeek(free, session, asked, today, last, null);
        search.until(
                () -> practitioners.stream().allMatch(who -> search.with(who).size() >= NEXT_TIMES_PER_PERSON));
        var people = practitioners.stream()
                .map(who -> person(who, search.with(who)))
                .sorted(Comparator.comparing(Times::soonest)
                        .thenComparing(person -> person.practitioner().name()))
                .toList();
        var first = search.found().stream().limit(FIRST_TIMES_WITH_ANYONE).toList();
        return new HomeFound(asked, search.basis(search.lastLookedAt()), first, people);
    }

    private static HomeFound.Person person(Practitioner who, List<Offer> times) {
        var places = times.stream().map(Offer::location).distinct().toList();
        return new HomeFound.Person(
                who, places, times.stream().limit(NEXT_TIMES_PER_PERSON).toList());
    }

    private static Instant soonest(HomeFound.Person person) {
        return person.next().isEmpty()
                ? Instant.MAX
                : person.next().get(0).slot().start();
    }
}
