package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the caller gets of each kind of fault, and what the sandbox has done meanwhile. */
class FaultKindsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final int HUGE = 50_000_000;

    private final FaultyDay day = new FaultyDay();

    @AfterEach
    void stop() {
        day.close();
    }

    @Test
    void drop_before_closes_the_socket_with_nothing_done() {
        day.armForBooking("drop-before");
        assertThat(day.bookingIsCutOff()).isTrue();
        assertThat(day.stored()).isZero();
        assertThat(day.lastCall()).isEqualTo("POST 0 drop-before");
        assertThat(day.books().status()).isEqualTo(200);
        assertThat(day.lastCall()).isEqualTo("POST 200 ");
    }

    @Test
    void drop_after_closes_the_socket_with_all_done() {
        day.armForBooking("drop-after");
        assertThat(day.bookingIsCutOff()).isTrue();
        assertThat(day.stored()).isOne();
        assertThat(day.lastCall()).isEqualTo("POST 200 drop-after");
        assertThat(day.books().status()).isEqualTo(409);
    }

    @Test
    void slow_waits_and_then_books_as_ever() {
        day.arm("{'kind':'slow','delayMillis':300}");
        long begun = System.nanoTime();
        Caller.Answered answer = day.books();
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(answer.json().at("/appointment/status").asText()).isEqualTo("Booked");
        assertThat(answer.response().headers().allValues("Date")).hasSize(1);
        assertThat(day.lastCall()).isEqualTo("POST 200 slow");
    }

    @Test
    void slow_has_done_nothing_while_it_waits_and_does_not_hold_up_others() {
        day.arm("{'path':'location','kind':'slow','delayMillis':3600000}");
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(
                        () -> day.caller.get("/api/core/v2.1/Location/"))
                .handle((answer, broken) -> answer == null || answer.status() != 200);
        assertTimeoutPreemptively(AT_ONCE, () -> {
            while (!day.lastCall().equals("GET 0 slow")) {
                Thread.onSpinWait();
            }
        });
        assertThat(day.books().status()).isEqualTo(200);
        assertThat(ended).isNotDone();
        day.close();
        assertThat(ended).succeedsWithin(AT_ONCE).isEqualTo(true);
    }

    @Test
    void stall_books_and_stops_in_the_middle_of_saying_so() {
        day.arm("{'kind':'stall','delayMillis':300}");
        long begun = System.nanoTime();
        HttpResponse<InputStream> answer = day.caller.opened("POST", Week.APPOINTMENT, day.booking());
        assertThat(answer.statusCode()).isEqualTo(200);
        FaultyDay.Read read = FaultyDay.Read.of(answer.body());
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
        assertHalf(read, answer);
        assertThat(day.lastCall()).isEqualTo("POST 200 stall");
    }

    @Test
    void half_body_books_and_hangs_up_in_the_middle_of_saying_so() {
        day.armForBooking("half-body");
        HttpResponse<InputStream> answer = day.caller.opened("POST", Week.APPOINTMENT, day.booking());
        assertHalf(FaultyDay.Read.of(answer.body()), answer);
        assertThat(day.lastCall()).isEqualTo("POST 200 half-body");
    }

    @Test
    void status_answers_so_with_nothing_done() {
        day.arm("{'kind':'status','status':429,'retryAfterSeconds':7}");
        Caller.Answered answer = day.books();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.response().headers().firstValue("Date")).isPresent();
        assertThat(day.stored()).isZero();
        assertThat(day.lastCall()).isEqualTo("POST 0 status");
    }

    @Test
    void status_is_503_and_says_not_when_to_come_back_unless_told_to() {
        day.armForBooking("status");
        Caller.Answered answer = day.books();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void status_after_answers_so_with_all_done() {
        day.arm("{'kind':'status-after','status':500}");
        assertThat(day.books().status()).isEqualTo(500);
        assertThat(day.stored()).isOne();
        assertThat(day.lastCall()).isEqualTo("POST 200 status-after");
    }

    @Test
    void html_is_a_page_with_nothing_done_and_html_after_one_with_all_done() {
        day.armForBooking("html");
        assertPage(day.books());
        assertThat(day.stored()).isZero();
        day.armForBooking("html-after");
        assertPage(day.books());
        assertThat(day.stored()).isOne();
    }

    @Test
    void not_json_says_it_is_and_is_not() {
        day.armForBooking("not-json");
        Caller.Answered answer = day.books();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThatThrownBy(() -> Caller.MAPPER.readTree(answer.text())).isInstanceOf(IOException.class);
        assertThat(day.stored()).isOne();
    }

    @Test
    void huge_is_fifty_megabytes_of_a_list_with_nothing_done() throws IOException {
        day.armForBooking("huge");
        HttpResponse<InputStream> answer = day.caller.opened("POST", Week.APPOINTMENT, day.booking());
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        try (InputStream body = answer.body()) {
            assertThat(new String(body.readNBytes(18), StandardCharsets.UTF_8)).isEqualTo("{\"appointments\":[{");
            body.skipNBytes(HUGE - 18);
        }
        assertThat(day.stored()).isZero();
    }

    private static void assertPage(Caller.Answered answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    }

    private void assertHalf(FaultyDay.Read read, HttpResponse<InputStream> answer) {
        long whole = answer.headers().firstValueAsLong("Content-Length").orElseThrow();
        assertThat(read.brokeOff()).isTrue();
        assertThat(read.text()).startsWith("{\"appointment\":{").hasSize((int) (whole / 2));
        assertThat(day.stored()).isOne();
    }
}
