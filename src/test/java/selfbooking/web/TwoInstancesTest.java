package selfbooking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.OnPostgres;
import selfbooking.Postgres;
import selfbooking.RunningApp;
import selfbooking.Wait;
import selfbooking.sandbox.Sandbox;

/** Two instances of the application for one clinic, on one PostgreSQL database. */
@OnPostgres
class TwoInstancesTest {

    private final Sandbox sandbox = Sandbox.start(0, Clock.systemUTC());
    private final String database = Postgres.migrated();
    private RunningApp one;
    private RunningApp other;

    @BeforeEach
    void open(@TempDir Path folder) {
        var settings = Map.of(
                "DATABASE_URL", database,
                "APP_SECRET", "a secret of these two instances alone",
                "COREPLUS_URL", sandbox.url(),
                "COREPLUS_CONSUMER_ID", sandbox.consumerId(),
                "COREPLUS_SECRET", sandbox.secret(),
                "COREPLUS_ACCESS_TOKEN", sandbox.accessToken());
        one = RunningApp.start(folder, settings);
        other = RunningApp.start(folder, settings);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        sandbox.close();
    }

    @Test
    void one_time_tapped_at_both_at_once_is_held_once_and_lost_once() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        for (var slot : RunningApp.slots(times(one)).subList(10, 15)) {
            List<Callable<HttpResponse<String>>> taps = List.of(() -> tap(one, slot), () -> tap(other, slot));
            var answers = pool.invokeAll(taps);

            assertThat(List.of(
                            answers.get(0).get().statusCode(),
                            answers.get(1).get().statusCode()))
                    .containsExactlyInAnyOrder(303, 409);
        }
        pool.shutdown();
    }

    @Test
    void a_time_held_at_one_soon_leaves_the_kept_page_of_the_other() {
        var slot = RunningApp.slots(times(one)).get(10);
        Wait.until("a kept page of the other", () -> times(other).body().contains(slot));

        tap(one, slot);

        assertThat(times(one).body()).doesNotContain(slot);
        Wait.until("the other sees it", () -> !times(other).body().contains(slot));
    }

    @Test
    void a_draft_begun_at_one_goes_on_at_the_other() {
        var details = RunningApp.location(tap(one, RunningApp.slots(times(one)).get(10)));

        assertThat(other.get(details).statusCode()).isEqualTo(200);
    }

    @Test
    void without_the_database_nobody_is_sent_here_and_pages_name_the_phone() {
        var details = RunningApp.location(tap(one, RunningApp.slots(times(one)).get(10)));
        Postgres.takeAway(Postgres.nameIn(database));

        assertThat(one.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(one.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(one.get(details).statusCode()).isEqualTo(503);
        assertThat(one.get(details).body()).contains("We cannot take bookings at the moment");

        Postgres.bringBack(Postgres.nameIn(database));
        Wait.until("ready again", () -> one.get("/health/ready").statusCode() == 200);
        assertThat(one.get(details).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> times(RunningApp app) {
        return app.get("/clinic/times");
    }

    private static HttpResponse<String> tap(RunningApp app, String slot) {
        return app.post("/clinic/bookings", Map.of("slot", slot));
    }
}
