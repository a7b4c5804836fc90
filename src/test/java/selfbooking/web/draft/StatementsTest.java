package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.web.server.TrustedProxiesTest.trusting;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Slot;
import selfbooking.web.WebServer;

/** What a tap and a submit ask of the store and of the cipher while the patient waits for the answer. */
class StatementsTest extends AtTheDesk {

    private static final int MOST_OF_A_TAP = 5;
    private static final int MOST_OF_A_SUBMIT = 8;

    /** With which each transaction of a worker begins. */
    private static final String STEP = "set claimed_until = :until where id = :id and claimed_by";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Statement> statements = new ConcurrentLinkedQueue<>();
    private WebServer server;

    private record Statement(String thread, String sql) {}

    @BeforeEach
    void serve() {
        server = WebServer.start(new WebServer.Wiring(
                0,
                List.of(desk.desk),
                desk.room,
                false,
                false,
                null,
                trusting("127.0.0.1"),
                () -> true,
                () -> true,
                new WebServer.Metering(new SimpleMeterRegistry(), () -> "", null),
                desk.clock));
        var counting = new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.add(new Statement(Thread.currentThread().getName(), context.getRenderedSql()));
            }
        };
        desk.store.jdbi().setSqlLogger(counting);
        desk.store.looking().setSqlLogger(counting);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tap_from_an_address_that_is_counted_takes_five_statements() throws Exception {
        var slot = desk.freeTime().slot();

        assertThat(tap(slot, "203.0.113.7").statusCode()).isEqualTo(303);

        assertThat(ofTheThreadThatRan("insert into booking")).hasSizeBetween(1, MOST_OF_A_TAP);
    }

    @Test
    void submit_takes_eight_statements() throws Exception {
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        var revision = desk.find(key).revision();
        statements.clear();

        assertThat(submit(key, revision).statusCode()).isEqualTo(303);

        assertThat(ofTheThreadThatRan("set state = 'SUBMITTING'")).hasSizeBetween(1, MOST_OF_A_SUBMIT);
    }

    /** One has the client created, one says that the booking leaves, and one what became of it. */
    @Test
    void new_patient_is_booked_in_three_transactions_after_the_submit() throws Exception {
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        var revision = desk.find(key).revision();
        statements.clear();

        assertThat(submit(key, revision).statusCode()).isEqualTo(303);
        Wait.until("booked", () -> desk.row(key).state() == State.BOOKED);

        assertThat(ofTheThreadThatRan(STEP))
                .filteredOn(sql -> sql.contains(STEP))
                .hasSize(3);
        assertThat(desk.posts("client")).isEqualTo(1);
    }

    /** Whoever tried to open these answers would fail. */
    @Test
    void submit_opens_no_answers() throws Exception {
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        var revision = desk.find(key).revision();
        desk.store.jdbi().useHandle(db -> db.execute("update booking set answers = 'sealed by nobody'"));

        assertThat(submit(key, revision).statusCode()).isEqualTo(303);
        assertThat(submit(key, revision).statusCode()).as("again").isEqualTo(303);

        assertThat(desk.row(key).reference()).isNotNull();
    }

    private List<String> ofTheThreadThatRan(String text) {
        var thread = statements.stream()
                .filter(statement -> statement.sql().contains(text))
                .findFirst()
                .map(Statement::thread)
                .orElseThrow();
        return statements.stream()
                .filter(statement -> statement.thread().equals(thread))
                .map(Statement::sql)
                .toList();
    }

    private HttpResponse<String> tap(Slot slot, String from) throws Exception {
        statements.clear();
        var code = desk.desk.slotCode().write(slot);
        return post("bookings", "slot=" + URLEncoder.encode(code, StandardCharsets.UTF_8), from);
    }

    private HttpResponse<String> submit(String key, int revision) throws Exception {
        return post("bookings/" + key + "/check", "seen=" + revision + ".", "203.0.113.7");
    }

    private HttpResponse<String> post(String page, String form, String from) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + server.port() + "/" + OpenDesk.CLINIC.slug() + "/" + page;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", from)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
