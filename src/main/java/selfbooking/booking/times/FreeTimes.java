package selfbooking.booking.times;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.DiarySession;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.diary.Week;
import selfbooking.booking.diary.WeekKey;

/** The diary's slots less our own live claims and what the clinic's rules leave out, as offers of whole days. */
public final class FreeTimes {

    private static final Comparator<Offer> SOONEST = Comparator.comparing(
                    (Offer offer) -> offer.slot().start())
            .thenComparing(offer -> offer.practitioner().name());

    /** Offers of some days, soonest first, and when the diary gave the oldest answer they were made from. */
    record Found(List<Offer> offers, Instant asOf) {}

    private final Clinic clinic;
    private final Function<Instant, List<LiveHold>> holds;
    private final Clock clock;

    public FreeTimes(Clinic clinic, Function<Instant, List<LiveHold>> holds, Clock clock) {
        this.clinic = clinic;
        this.holds = holds;
        this.clock = clock;
    }

    LocalDate today(Catalogue catalogue) {
        return LocalDate.ofInstant(clock.instant(), catalogue.zone());
    }

    LocalDate horizon(Catalogue catalogue) {
        return today(catalogue).plusWeeks(clinic.horizonWeeks());
    }

    /** Whether the clinic's rules allow the slot: not too soon, not too far. */
    boolean allowed(Catalogue catalogue, Slot slot) {
        var latest =
                horizon(catalogue).plusDays(1).atStartOfDay(catalogue.zone()).toInstant();
        return !slot.start().isBefore(clock.instant().plus(clinic.notice()))
                && slot.start().isBefore(latest);
    }

    /**
     * Free times of these days (both included, each by its location's clock).
     *
     * @param ownBooking whose own claim hides nothing; null for anyone
     */
    Found between(DiarySession look, AppointmentType type, LocalDate from, LocalDate to, @Nullable String ownBooking) {
        var catalogue = look.catalogue();
        var claims = holds.apply(clock.instant()).stream()
                .filter(claim -> !claim.bookingId().equals(ownBooking))
                .toList();
        claims.forEach(claim -> look.validity().endsAt(claim.until()));
        var weeks = weeks(type, from, to).map(look::week).toList();
        var offers = weeks.stream()
                .flatMap(week -> week.slots().stream())
                .filter(slot -> allowed(catalogue, slot))
                .filter(slot -> claims.stream().noneMatch(claim -> claim.covers(slot)))
                .flatMap(slot -> catalogue.offer(slot).stream())
                .filter(offer -> !offer.day().isBefore(from) && !offer.day().isAfter(to))
                .sorted(SOONEST)
                .toList();
        offers.stream()
                .findFirst()
                .ifPresent(soonest ->
                        look.validity().endsAfter(soonest.slot().start().minus(clinic.notice())));
        var asOf = weeks.stream().map(Week::asOf).min(Comparator.naturalOrder()).orElse(catalogue.asOf());
        return new Found(offers, asOf);
    }

    private static Stream<WeekKey> weeks(AppointmentType type, LocalDate from, LocalDate to) {
        return WeekKey.mondayOf(from)
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(monday -> new WeekKey(type.id(), monday));
    }
}
