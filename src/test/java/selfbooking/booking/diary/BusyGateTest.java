package selfbooking.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.TimesFound;

/** What is not asked says nothing of the diary, unless the diary wants it so. */
class BusyGateTest extends AtTheDesk {

    private static final int WEEKS = 11;

    @Test
    void read_that_the_gate_kept_back_says_nothing_of_the_diary() {
        var pages = desk.times().home(Query.ANY).asked().catalogue().types().stream()
                .limit(2)
                .flatMap(type -> pages(type.id()))
                .toList();
        pages.forEach(this::look);
        desk.clock.forward(Duration.ofMinutes(16));
        desk.console.arm("{\"path\":\"availabilityslot/\",\"kind\":\"slow\",\"times\":0,\"delayMillis\":3000}");
        var patients = Executors.newFixedThreadPool(pages.size());

        var views = pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> look(page), patients))
                .toList();

        Wait.until("all are answered", () -> {
            assertThat(desk.desk.diaryReachable()).isTrue();
            return views.stream().allMatch(CompletableFuture::isDone);
        });
        patients.shutdown();
        assertThat(views.stream().map(CompletableFuture::join))
                .allMatch(found -> !found.days().isEmpty())
                .anyMatch(found -> !found.basis().reachable());
    }

    @Test
    void diary_that_wants_no_calls_for_a_minute_cannot_be_reached() {
        desk.times().home(Query.ANY);
        desk.console.arm("{\"kind\":\"status\",\"status\":429,\"retryAfterSeconds\":60,\"times\":0}");
        var cold =
                new Query(null, List.of(), null, null, LocalDate.now(desk.clock).plusWeeks(6));

        assertThatThrownBy(() -> look(cold)).isInstanceOf(DiaryUnavailable.class);

        assertThat(desk.desk.diaryReachable()).isFalse();
    }

    private Stream<Query> pages(String type) {
        var today = LocalDate.now(desk.clock);
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> new Query(type, List.of(), null, null, today.plusWeeks(week)));
    }

    private TimesFound look(Query page) {
        return desk.times().search(page, null);
    }
}
