package selfbooking.coreplus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import selfbooking.Arrivals;
import selfbooking.OnPostgres;
import selfbooking.Postgres;
import selfbooking.Wait;
import selfbooking.booking.Codes;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.Lane;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Stub;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.Console;
import selfbooking.coreplus.api.Samples;
import selfbooking.coreplus.http.CallDeadlines;
import selfbooking.coreplus.http.ConsumerLine;
import selfbooking.coreplus.http.Http;
import selfbooking.coreplus.http.Token;
import selfbooking.sandbox.Sandbox;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/** Several instances' gates for one consumer, with their permits in one database. */
@OnPostgres
class SharedGateTest {

    private static final String PLACES = Stub.json(200, "{\"locations\":[]}");

    private final String database = Postgres.migrated();
    private final ExecutorService patients = Executors.newCachedThreadPool();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        patients.shutdownNow();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void sixty_at_each_of_two_arrive_ten_a_second_and_neither_waits() throws Exception {
        try (var sandbox = Sandbox.start(0, Clock.systemUTC())) {
            var connection = new Connection(
                    URI.create(sandbox.url()), sandbox.consumerId(), sandbox.secret(), sandbox.accessToken());
            var one = instance(connection, store());
            var other = instance(connection, store());

            var calls = submit(60, one::practitioners);
            calls.addAll(submit(60, other::locations));
            for (var call : calls) {
                assertThat(call.get()).isEmpty();
            }

            var arrived = new Console(sandbox.url()).calls();
            assertThat(arrived)
                    .hasSize(120)
                    .allMatch(call -> call.path("status").asInt() == 200);
            assertThat(Arrivals.mostInASecond(arrived)).isBetween(2, 10);
            var half = arrived.subList(0, 60).stream()
                    .filter(call -> call.path("path").asText().contains("Practitioner"))
                    .count();
            System.out.printf("of the first 60 arrivals %d are of one instance%n", half);
            assertThat(half).isBetween(10L, 50L);
        }
    }

    @Test
    void permits_of_an_instance_that_vanished_come_back_after_its_loans() throws Exception {
        var open = new CountDownLatch(1);
        try (var stub = new Stub(heard -> Stub.once(open, PLACES))) {
            var store = store();
            var vanishing = instance(stub.connection(), store).in(Lane.SUBMIT);
            submit(10, () -> vanishing.book(Samples.APPOINTMENT));
            Wait.until("ten calls on their way", () -> stub.heard().size() == 10);
            store.close();
            long gone = System.nanoTime();

            var other = instance(stub.connection(), store());
            var calls = submit(1, other::locations);
            Wait.until("the other's call", () -> stub.heard().size() == 11);

            assertThat(Duration.ofNanos(System.nanoTime() - gone))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            open.countDown();
            assertThat(calls.get(0).get()).isEmpty();
        }
    }

    @Test
    void without_the_database_no_call_leaves_and_with_it_they_go_on() {
        try (var stub = new Stub(heard -> PLACES)) {
            var api = over(stub.connection(), store(), new CallDeadlines(Duration.ofSeconds(2), Duration.ofSeconds(2)));
            assertThat(Apis.kind(api::locations)).isEmpty();
            Postgres.takeAway(Postgres.nameIn(database));

            assertThat(Apis.kind(api::locations)).contains(Kind.TOO_MANY);
            assertThat(stub.heard()).hasSize(1);

            Postgres.bringBack(Postgres.nameIn(database));
            Wait.until("calls go on", () -> Apis.kind(api::locations).isEmpty());
        }
    }

    private Store store() {
        var store = Store.open(DatabaseUrl.parse(database));
        opened.push(store);
        return store;
    }

    private Api instance(Connection connection, Store store) {
        return over(connection, store, Apis.PATIENT);
    }

    private Api over(Connection connection, Store store, CallDeadlines limits) {
        var gate = Gates.with(news -> SharedPermits.open(
                store, Codes.hash(connection.toString()), new Codes(new SecureRandom()).id(), System::nanoTime, news));
        var line = ConsumerLine.open(
                Http.HEADERS, limits, gate, Clock.systemUTC(), System::nanoTime, new SimpleMeterRegistry(), 1);
        opened.push(line);
        return new Api(connection, line, new Token(connection, line.clock())::authorization, Lane.LOOKING);
    }

    private List<Future<Optional<Kind>>> submit(int times, Runnable call) {
        return new ArrayList<>(IntStream.range(0, times)
                .mapToObj(n -> patients.submit(() -> Apis.kind(call)))
                .toList());
    }
}
