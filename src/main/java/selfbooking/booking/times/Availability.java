package selfbooking.booking.times;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Diary;
import selfbooking.booking.diary.DiaryUnavailable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.diary.WeekKey;

/** Whether one time is free as far as the diary's latest answer says, and what comes nearest to it when it is not. */
public final class Availability {

    private static final Duration RECENT = Duration.ofMinutes(2);
    private static final Duration CLOSE = Duration.ofMinutes(60);
    private static final int NEAREST_TIMES = 3;
    private static final int[] DAYS_TO_LOOK = {3, 10, 28};

    private final Diary diary;
    private final FreeTimes free;

    public Availability(Diary diary, FreeTimes free) {
        this.diary = diary;
        this.free = free;
    }

    /**
     * The slot with its names if the diary offers it; an answer over two minutes old is asked for again.
     *
     * @throws DiaryUnavailable when the diary does not answer and its last answer is not recent
     */
    public Optional<Offer> check(Slot slot) {
        var look = diary.verify();
        var catalogue = look.catalogue();
        var offer = catalogue.offer(slot).filter(known -> free.allowed(catalogue, slot));
        return offer.filter(known -> {
            var key = new WeekKey(known.type().id(), WeekKey.mondayOf(known.day()));
            return look.weekWithin(RECENT, key).has(slot);
        });
    }

    /**
     * The nearest times with the same practitioner, and the same time with others.
     *
     * @param ownBooking whose own claim hides nothing; null for anyone
     * @throws DiaryUnavailable when the diary does not answer and nothing is kept
     */
    public Alternatives insteadOf(Slot lost, @Nullable String ownBooking) {
        var look = diary.look();
        var catalogue = look.catalogue();
        var type =
                catalogue.type(lost.typeId()).orElseGet(() -> catalogue.types().get(0));
        var today = free.today(catalogue);
        var lostDay = LocalDate.ofInstant(lost.start(), catalogue.zone());
        var day = lostDay.isBefore(today) ? today : lostDay;
        List<Offer> same = List.of();
        List<Offer> others = List.of();
        for (var days : DAYS_TO_LOOK) {
            var from = day.minusDays(days).isBefore(today) ? today : day.minusDays(days);
            var found = free.between(look, type, from, day.plusDays(days), ownBooking)
                    .offers();
            same = nearest(
                    found, lost, offer -> isWith(offer, lost) && !offer.slot().equals(lost));
            others = nearest(found, lost, offer -> !isWith(offer, lost) && apart(offer, lost) <= CLOSE.toMinutes());
            if (same.size() == NEAREST_TIMES) {
                break;
            }
        }
        return new Alternatives(catalogue.offer(lost).orElse(null), same, others);
    }

    private static boolean isWith(Offer offer, Slot lost) {
        return offer.practitioner().id().equalsIgnoreCase(lost.practitionerId());
    }

    private static long apart(Offer offer, Slot lost) {
        return Duration.between(offer.slot().start(), lost.start()).abs().toMinutes();
    }

    private static List<Offer> nearest(List<Offer> offers, Slot lost, Predicate<Offer> wanted) {
        return offers.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(offer -> apart(offer, lost)))
                .limit(NEAREST_TIMES)
                .sorted(Comparator.comparing(offer -> offer.slot().start()))
                .toList();
    }
}
