package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.Visitor.slots;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.Figures;
import selfbooking.Wait;

/** Many who ask at once for a page that is not kept wait for one of them, and for one page more at most. */
class KeptForManyTest extends AtKeptPages {

    private static final int MANY = 50;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void page_is_made_once() {
        try (var renderings = new Renderings()) {
            assertThat(manyAsk(inDays(42))).hasSize(1);

            assertThat(renderings.count()).isEqualTo(1);
        }
    }

    /** Somebody holds a time while the page is made for those who came before; others come, and somebody holds another. */
    @Test
    void page_under_way_is_for_who_came_before_a_change_and_the_next_for_others() {
        var free = new ArrayDeque<>(slots(app.get(times)));
        app.startBooking(free.pop());
        String taken = free.pop();
        var late = new CompletableFuture<Set<String>>();
        Runnable change = () -> {
            if (made.getAndIncrement() == 0) {
                Wait.until("all others wait", () -> waiting() == MANY - 1);
                app.startBooking(taken);
                late.completeAsync(() -> manyAsk(times));
                Wait.until("those who came after it as well", () -> waiting() == 2 * MANY - 1);
            } else {
                app.startBooking(free.pop());
            }
        };
        try (var renderings = new Renderings(change)) {
            assertThat(manyAsk(times)).hasSize(1).allMatch(page -> page.contains(taken));

            assertThat(late.join()).hasSize(1).noneMatch(page -> page.contains(taken));
            assertThat(renderings.count()).isEqualTo(2);
        }
    }

    /** As of a diary that is slow: what it said in time is good for a second. */
    @Test
    void page_that_gets_old_while_it_is_made_is_only_for_those_who_waited() {
        app.startBooking(slots(app.get(times)).get(0));
        Runnable passes = () -> {
            if (made.getAndIncrement() == 0) {
                Wait.until("all others wait", () -> waiting() == MANY - 1);
                clock.forward(Duration.ofSeconds(61));
            }
        };
        try (var renderings = new Renderings(passes)) {
            assertThat(manyAsk(times)).hasSize(1);
            assertThat(renderings.count()).isEqualTo(1);

            app.get(times);
            assertThat(renderings.count()).isEqualTo(2);
        }
    }

    private double waiting() {
        return Figures.of(running).sum("selfbooking_http_waiting");
    }

    /** The different pages that they get. */
    private Set<String> manyAsk(String path) {
        var pool = Executors.newFixedThreadPool(MANY);
        var asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> app.get(path).body(), pool))
                .limit(MANY)
                .toList();
        pool.shutdown();
        return asked.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    }
}
