package selfbooking.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.times.HomeFound;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.TimesFound;

/** What patients' pages cost the diary, and what they show when it is slow to answer or gone. */
class DiaryTest extends AtTheDesk {

    @Test
    void warm_pages_cost_no_call() {
        desk.times().home(Query.ANY);
        desk.freeTimes();
        var calls = desk.console.calls().size();

        for (var view = 0; view < 50; view++) {
            desk.times().home(Query.ANY);
            desk.freeTimes();
        }

        assertThat(desk.console.calls()).hasSize(calls);
    }

    @Test
    void many_viewers_of_a_cold_clinic_cause_each_read_once() throws Exception {
        var views = new ArrayList<Callable<HomeFound>>();
        for (var viewer = 0; viewer < 40; viewer++) {
            views.add(() -> desk.times().home(Query.ANY));
        }
        var pool = Executors.newFixedThreadPool(40);
        for (var view : pool.invokeAll(views)) {
            assertThat(view.get().first()).hasSize(3);
        }
        pool.shutdown();

        assertThat(desk.console.calls().stream()
                        .map(call ->
                                call.path("path").asText() + call.path("query").asText()))
                .doesNotHaveDuplicates();
    }

    /** As many as may wait, or nearly. */
    @Test
    void two_hundred_viewers_of_one_cold_week_cause_each_read_once() throws Exception {
        var cold =
                new Query(null, List.of(), null, null, LocalDate.now(desk.clock).plusWeeks(6));
        var calls = desk.console.calls().size();
        Callable<TimesFound> view = () -> desk.times().search(cold, null);
        var pool = Executors.newFixedThreadPool(200);
        for (var found : pool.invokeAll(Collections.nCopies(200, view))) {
            assertThat(found.get().days()).isNotEmpty();
        }
        pool.shutdown();

        var all = desk.console.calls();
        assertThat(all.subList(calls, all.size()).stream()
                        .map(call ->
                                call.path("path").asText() + call.path("query").asText()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** The eleventh day with times, which says that there are later ones, comes ten days after a Friday at the soonest. */
    @Test
    void weeks_that_a_page_needs_in_any_case_are_read_together() {
        var monday = WeekKey.mondayOf(LocalDate.now(desk.clock)).plusWeeks(6);
        desk.freeTimes();
        desk.console.arm("{\"path\":\"availabilityslot/\",\"kind\":\"stall\",\"times\":0}");

        var view = CompletableFuture.supplyAsync(() -> timesFrom(monday.plusDays(4)));

        Wait.until(
                "all three, though none is answered",
                () -> weeksAskedForSince(monday).equals(Set.of(monday, monday.plusWeeks(1), monday.plusWeeks(2))));
        assertThatThrownBy(view::join).hasCauseInstanceOf(DiaryUnavailable.class);
    }

    private Set<LocalDate> weeksAskedForSince(LocalDate day) {
        return desk.console.calls().stream()
                .map(call -> call.path("query").asText())
                .filter(query -> query.contains("startDate="))
                .map(query -> LocalDate.parse(query.replaceFirst(".*startDate=([^&]+).*", "$1")))
                .filter(first -> !first.isBefore(day))
                .collect(Collectors.toSet());
    }

    /** Not even where the last day's week goes on after it. */
    @Test
    void page_beyond_the_last_day_costs_no_call() {
        while (!LocalDate.now(desk.clock).getDayOfWeek().equals(DayOfWeek.MONDAY)) {
            desk.clock.forward(Duration.ofDays(1));
        }
        desk.reopen();
        var tooFar = LocalDate.now(desk.clock)
                .plusWeeks(OpenDesk.CLINIC.horizonWeeks())
                .plusDays(2);
        desk.freeTimes();
        var calls = desk.console.calls().size();

        assertThat(timesFrom(tooFar).days()).isEmpty();
        assertThat(timesFrom(tooFar.plusDays(3)).days()).isEmpty();

        assertThat(desk.console.calls()).hasSize(calls);
    }

    @Test
    void week_older_than_a_minute_is_shown_while_it_is_read_again() {
        desk.times().home(Query.ANY);
        desk.clock.forward(Duration.ofSeconds(61));

        var kept = desk.times().home(Query.ANY).basis().asOf();
        assertThat(kept).isBefore(desk.clock.instant().minusSeconds(60));
        Wait.until(
                "a newer answer",
                () -> desk.times().home(Query.ANY).basis().asOf().isAfter(kept));
    }

    /** By an instance that knows nothing of the booking but its claim, for as long as it shows an answer from before. */
    @Test
    void week_from_before_a_booking_never_shows_its_time() {
        var slot = desk.freeTime().slot();
        var key = desk.filledIn(slot, People.ZOE);
        var from = desk.find(key).offer().day();
        var before = timesFrom(from).basis().asOf();
        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);
        desk.console.arm("{\"method\":\"GET\",\"kind\":\"status\",\"status\":429,\"times\":0}");
        desk.clock.forward(Duration.ofMinutes(14));

        var kept = timesFrom(from);

        assertThat(kept.basis().asOf()).isEqualTo(before);
        assertThat(kept.days())
                .isNotEmpty()
                .flatMap(day -> day.offers())
                .noneMatch(offer -> offer.slot().equals(slot));
    }

    private TimesFound timesFrom(LocalDate from) {
        return desk.times().search(new Query(null, List.of(), null, null, from), null);
    }

    @Test
    void time_of_a_booking_stays_away_when_its_claim_has_ended() {
        var slot = desk.freeTime().slot();
        assertThat(desk.send(desk.filledIn(slot, People.ZOE)).state()).isEqualTo(State.BOOKED);
        desk.clock.forward(Duration.ofMinutes(17));

        assertThat(desk.freeTimes())
                .isNotEmpty()
                .noneMatch(offer -> offer.slot().equals(slot));
    }

    @Test
    void week_older_than_a_quarter_of_an_hour_is_not_shown() {
        var before = desk.times().home(Query.ANY).basis().asOf();
        desk.clock.forward(Duration.ofMinutes(16));

        assertThat(desk.times().home(Query.ANY).basis().asOf()).isAfter(before);
    }

    @Test
    void kept_times_are_shown_as_such_when_the_diary_is_gone() {
        desk.times().home(Query.ANY);
        desk.sandbox.close();
        desk.clock.forward(Duration.ofMinutes(16));

        var kept = desk.times().home(Query.ANY);

        assertThat(kept.basis().reachable()).isFalse();
        assertThat(kept.basis().asOf()).isBefore(desk.clock.instant().minusSeconds(16 * 60));
        assertThat(kept.first()).isNotEmpty();
    }

    @Test
    void week_that_was_never_read_ends_the_search_when_the_diary_is_gone() {
        var home = desk.times().home(Query.ANY);
        var last = home.people().get(4).practitioner().id();
        desk.sandbox.close();

        var found = desk.times().search(new Query(null, List.of(last), null, DayPart.EVENING, null), null);

        assertThat(found.basis().reachable()).isFalse();
        assertThat(found.basis().lastLookedAt()).isEqualTo(home.basis().lastLookedAt());
    }

    @Test
    void nobody_starts_a_booking_from_kept_times() {
        var slot = desk.freeTime().slot();
        desk.sandbox.close();
        desk.clock.forward(Duration.ofMinutes(3));

        assertThatThrownBy(() -> desk.bookings().start(slot, OpenDesk.HERE)).isInstanceOf(DiaryUnavailable.class);
    }

    @Test
    void nothing_kept_and_no_diary_is_said() {
        desk.sandbox.close();
        desk.reopen();

        assertThatThrownBy(() -> desk.times().home(Query.ANY)).isInstanceOf(DiaryUnavailable.class);
    }

    @Test
    void diary_that_names_nobody_is_asked_for_each_practitioner() {
        var named = desk.freeTimes();
        desk.console.switches("{\"slotsWithoutPractitioner\":true,\"callsPerSecond\":1000}");
        desk.reopen();

        assertThat(desk.freeTimes()).isEqualTo(named);
    }

    @Test
    void practitioner_who_is_not_published_has_no_times() {
        var home = desk.times().home(Query.ANY);

        assertThat(home.people())
                .hasSize(5)
                .noneSatisfy(person -> assertThat(person.practitioner().name()).contains("Hartigan"));
        assertThat(desk.freeTimes())
                .isNotEmpty()
                .noneMatch(offer -> offer.practitioner().name().contains("Hartigan"));
    }
}
