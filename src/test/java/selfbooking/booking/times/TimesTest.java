package selfbooking.booking.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Wait;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Offer;

/** Which times patients are shown, over the demonstration clinic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimesTest {

    private static final int FEWEST_CONNECTIONS = 4;
    private static final int MORE_THAN_CONNECTIONS = 12;

    private OpenDesk desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        desk = new OpenDesk(folder);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void ten_days_that_have_times_each_by_its_locations_clock() {
        var found = desk.times().search(Query.ANY, null);

        assertThat(found.days())
                .hasSize(10)
                .allSatisfy(day -> assertThat(day.offers())
                        .isNotEmpty()
                        .allMatch(offer -> offer.day().equals(day.date()))
                        .isSortedAccordingTo(
                                Comparator.comparing(offer -> offer.startsAt().toLocalTime())));
        assertThat(found.days()).isSortedAccordingTo(Comparator.comparing(TimesFound.Day::date));
        assertThat(found.earlier()).isNull();
    }

    @Test
    void pages_lead_to_the_horizon_and_neither_lose_nor_repeat_a_day() {
        var days = new ArrayList<LocalDate>();
        LocalDate from = today();
        while (from != null) {
            var found = desk.times().search(from(from), null);
            found.days().forEach(day -> days.add(day.date()));
            from = found.later();
        }

        assertThat(days).isSorted().doesNotHaveDuplicates();
        assertThat(days.get(days.size() - 1)).isBeforeOrEqualTo(today().plusWeeks(12));
        assertThat(days).hasSizeGreaterThan(50);
    }

    @Test
    void no_time_is_too_soon_and_none_beyond_the_horizon() {
        var soonest = desk.clock.instant().plus(OpenDesk.CLINIC.notice()).minusSeconds(60);

        assertThat(desk.times().home(Query.ANY).first())
                .allMatch(offer -> offer.slot().start().isAfter(soonest));
        var tooFar = desk.times().search(from(today().plusYears(60)), null);
        assertThat(tooFar.days()).isEmpty();
        assertThat(tooFar.earlier()).isBetween(today(), today().plusWeeks(12));
    }

    @Test
    void filters_leave_only_what_was_asked_for() {
        var everything = desk.times().search(Query.ANY, null);
        var who = everything.days().get(3).offers().get(0).practitioner();
        var where = everything.asked().catalogue().locations().get(1);
        var type = everything.asked().catalogue().types().get(2);

        assertThat(offers(new Query(null, List.of(who.id()), null, null, null)))
                .isNotEmpty()
                .allMatch(offer -> offer.practitioner().equals(who));
        assertThat(offers(new Query(null, List.of(), where.id(), null, null)))
                .isNotEmpty()
                .allMatch(offer -> offer.location().equals(where));
        assertThat(offers(new Query(null, List.of(), null, DayPart.EVENING, null)))
                .isNotEmpty()
                .allMatch(offer -> offer.startsAt().getHour() >= 17);
        assertThat(offers(new Query(type.id(), List.of(), null, null, null)))
                .isNotEmpty()
                .allMatch(offer -> offer.type().equals(type)
                        && offer.startsAt().plusMinutes(type.minutes()).isEqual(offer.endsAt()));
    }

    @Test
    void what_the_clinic_does_not_have_is_left_out_and_said() {
        var found = desk.times().search(new Query("nothing", List.of("nobody"), "nowhere", null, null), null);

        assertThat(found.asked().query().ignored()).isTrue();
        assertThat(found.asked().type())
                .isEqualTo(found.asked().catalogue().types().get(0));
        assertThat(found.days()).isNotEmpty();
    }

    @Test
    void day_in_the_past_is_today() {
        assertThat(desk.times().search(from(today().minusDays(3)), null).from()).isEqualTo(today());
    }

    @Test
    void home_has_everybodys_next_three_soonest_first() {
        var home = desk.times().home(Query.ANY);

        assertThat(home.people()).allSatisfy(person -> assertThat(person.next()).hasSize(Times.NEXT_TIMES_PER_PERSON));
        assertThat(home.people())
                .isSortedAccordingTo(Comparator.comparing(
                        person -> person.next().get(0).slot().start()));
        assertThat(home.first().get(0)).isEqualTo(home.people().get(0).next().get(0));
    }

    @Test
    void times_are_shown_while_bookings_have_all_connections_but_the_pages_own() {
        var before = desk.times().search(Query.ANY, null);
        var inUse = new AtomicInteger();
        var over = new CountDownLatch(1);
        var bookings = Executors.newFixedThreadPool(MORE_THAN_CONNECTIONS);
        for (int i = 0; i < MORE_THAN_CONNECTIONS; i++) {
            var unused = bookings.submit(() -> desk.store.jdbi().withHandle(db -> {
                inUse.incrementAndGet();
                return over.await(1, TimeUnit.MINUTES);
            }));
        }
        try {
            Wait.until("all connections are in use", () -> inUse.get() >= FEWEST_CONNECTIONS);

            assertThat(desk.times().search(Query.ANY, null).days()).isEqualTo(before.days());
        } finally {
            over.countDown();
            bookings.shutdown();
        }
    }

    private List<Offer> offers(Query query) {
        return desk.times().search(query, null).days().stream()
                .flatMap(day -> day.offers().stream())
                .toList();
    }

    private static Query from(@Nullable LocalDate day) {
        return new Query(null, List.of(), null, null, day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.clock.instant(), ZoneId.of("Australia/Sydney"));
    }
}
