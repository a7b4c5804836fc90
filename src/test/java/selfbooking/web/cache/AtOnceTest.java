package selfbooking.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Reception;
import selfbooking.RunningApp;
import selfbooking.Sample;
import selfbooking.web.Visitor;

/** Many patients who want one time, many whose times reception took meanwhile, and one who sends the form many times. */
class AtOnceTest {

    private static final int PATIENTS = Sample.of(10, 50);
    private static final int ROUNDS = Sample.of(2, 10);
    private static final int TIMES_SENT = Sample.of(5, 20);

    private RunningApp running;
    private Visitor app;

    @BeforeEach
    void open(@TempDir Path folder) {
        running = RunningApp.start(folder);
        app = new Visitor(running);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void one_of_many_holds_the_time_and_the_others_are_offered_others() throws Exception {
        var times = times(ROUNDS);
        for (var slot : times) {
            var answers = atOnce(PATIENTS, number -> () -> app.post(Visitor.HOME + "bookings", "slot", slot));

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 409)
                    .hasSize(PATIENTS - 1)
                    .allSatisfy(
                            lost -> assertThat(Visitor.slots(lost)).isNotEmpty().doesNotContain(slot));
        }
    }

    @Test
    void submits_of_times_that_reception_took_say_so_and_keep_what_was_typed() throws Exception {
        var times = times(PATIENTS);
        var drafts = new ArrayList<String>();
        for (var slot : times) {
            var draft = app.startBooking(slot);
            app.fillIn(draft, "Patient", family(drafts.size()));
            drafts.add(draft);
        }
        times.forEach(slot -> Reception.takes(running.console(), slot));
        int before = running.console().appointments().size();

        var sent = atOnce(PATIENTS, number -> () -> app.confirm(drafts.get(number)));

        assertThat(sent).allMatch(answer -> answer.statusCode() == 303 || answer.statusCode() == 409);
        for (var draft : drafts) {
            var outcome = app.outcome(draft);
            assertThat(outcome.statusCode()).isEqualTo(200);
            assertThat(outcome.body()).contains(">That time has just gone</h1>");
        }
        assertThat(running.console().appointments()).hasSize(before);
        var other = app.post(
                drafts.get(0) + "/swap",
                "slot",
                Visitor.slots(app.get(drafts.get(0))).get(0));
        assertThat(Visitor.location(other)).endsWith("/check");
        assertThat(app.get(drafts.get(0) + "/check").body()).contains(family(0));
    }

    @Test
    void form_sent_many_times_is_one_appointment_of_one_client() throws Exception {
        var draft = app.startBooking(times(1).get(0));
        app.fillIn(draft, "Zoë", "Quarrington");
        var seen = app.seen(draft);

        var sent = atOnce(TIMES_SENT, number -> () -> app.post(draft + "/check", "seen", seen));

        assertThat(sent).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(answer)).isEqualTo(draft);
        });
        assertThat(app.outcome(draft).body()).contains(">Your appointment is booked</h1>");
        assertThat(posts("appointment/")).isEqualTo(1);
        assertThat(posts("client/")).isEqualTo(1);
        assertThat(app.post(draft + "/check", "seen", seen).statusCode()).isEqualTo(303);
        assertThat(posts("appointment/")).isEqualTo(1);
    }

    private interface Numbered {
        Callable<HttpResponse<String>> request(int number);
    }

    private static List<HttpResponse<String>> atOnce(int many, Numbered requests) throws Exception {
        var pool = Executors.newFixedThreadPool(many);
        var answers = new ArrayList<HttpResponse<String>>();
        for (var answer : pool.invokeAll(
                IntStream.range(0, many).mapToObj(requests::request).toList())) {
            answers.add(answer.get());
        }
        pool.shutdown();
        return answers;
    }

    /** Free times that do not overlap each other: those of one page, which are of one type. */
    private List<String> times(int many) {
        var found = Visitor.slots(app.get(Visitor.HOME + "times")).stream()
                .distinct()
                .toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(many);
        return found.subList(found.size() - many, found.size());
    }

    private static String family(int number) {
        return "Quarrington" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private long posts(String path) {
        return running.console().calls().stream()
                .filter(call -> call.path("method").asText().equals("POST"))
                .filter(call ->
                        call.path("path").asText().toLowerCase(Locale.ROOT).endsWith(path))
                .count();
    }
}
