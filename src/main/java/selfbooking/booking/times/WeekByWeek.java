package selfbooking.booking.times;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.DiarySession;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.diary.WeekKey;

/** A search that looks at one week after the other until enough is found. For one thread. */
final class WeekByWeek {

    /** As the clocks on the walls show it, which is how a day is read where locations have different zones. */
    private static final Comparator<Offer> BY_CLOCK = Comparator.comparing(
                    (Offer offer) -> offer.startsAt().toLocalDateTime())
            .thenComparing(offer -> offer.slot().start());

    private final FreeTimes free;
    private final DiarySession session;
    private final ResolvedQuery asked;
    private final LocalDate last;
    private final @Nullable String ownBooking;
    private final List<Offer> found = new ArrayList<>();
    private final Map<LocalDate, List<Offer>> days = new TreeMap<>();
    private LocalDate next;
    private @Nullable Instant asOf;

    /** Looks at these days, both included; the own booking's hold hides nothing. */
    WeekByWeek(
            FreeTimes free,
            DiarySession session,
            ResolvedQuery asked,
            LocalDate from,
            LocalDate last,
            @Nullable String ownBooking) {
        this.free = free;
        this.session = session;
        this.asked = asked;
        this.next = from;
        this.last = last;
        this.ownBooking = ownBooking;
    }

    /** The weeks up to that day are needed in any case: the eleventh day with times, which says that there are later ones, is no sooner. */
    void begin(LocalDate to) {
        for (var day = next; !day.isAfter(to); day = WeekKey.mondayOf(day).plusWeeks(1)) {
            session.begin(new WeekKey(asked.type().id(), WeekKey.mondayOf(day)));
        }
    }

    /** Looks at week after week until there is enough, or the last day has been looked at. */
    void until(BooleanSupplier enough) {
        boolean more = true;
        while (more && !enough.getAsBoolean()) {
            more = lookAtWeek();
        }
    }

    /** False when everything up to the last day has been looked at. */
    private boolean lookAtWeek() {
        if (next.isAfter(last)) {
            return false;
        }
        var sunday = WeekKey.mondayOf(next).plusDays(6);
        var end = sunday.isBefore(last) ? sunday : last;
        var week = between(next, end);
        if (week == null) {
            return false;
        }
        asOf = asOf == null || week.asOf().isBefore(asOf) ? week.asOf() : asOf;
        var fitting = week.offers().stream().filter(asked::fits).toList();
        found.addAll(fitting);
        days.putAll(fitting.stream().collect(Collectors.groupingBy(Offer::day)));
        next = end.plusDays(1);
        return true;
    }

    /** Null when the diary does not answer for these days, but did for earlier ones: those are shown. */
    private FreeTimes.@Nullable Found between(LocalDate start, LocalDate end) {
        try {
            return free.between(session, asked.type(), start, end, ownBooking);
        } catch (DiaryUnavailable e) {
            if (asOf == null) {
                throw e;
            }
            session.validity().askAgainSoon();
            return null;
        }
    }

    /** All that fits, soonest first. */
    List<Offer> found() {
        return found;
    }

    List<Offer> with(Practitioner who) {
        return found.stream().filter(offer -> offer.practitioner().equals(who)).toList();
    }

    int daysFound() {
        return days.size();
    }

    /** The first days with times, each in the order of its clocks. */
    List<TimesFound.Day> days(int most) {
        return days.entrySet().stream()
                .limit(most)
                .map(day -> new TimesFound.Day(
                        day.getKey(), day.getValue().stream().sorted(BY_CLOCK).toList()))
                .toList();
    }

    LocalDate lastLookedAt() {
        return asOf == null ? last : next.minusDays(1);
    }

    Basis basis(LocalDate lastShown) {
        return new Basis(
                lastShown,
                asOf == null ? asked.catalogue().asOf() : asOf,
                session.upToDate(),
                session.validity().until(),
                session.version());
    }
}
