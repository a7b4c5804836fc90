package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls a fault meets, how often, and what the console says of it. */
class FaultsTest {

    private static final int STALLED = 50;
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final int IM_A_TEAPOT = 418;

    private final FaultyDay day = new FaultyDay();

    @AfterEach
    void stop() {
        day.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,Appointment/?startDate=2026-06-01&endDate=2026-06-02&timezoneId=x,GET,appointment/",
        "GET,Appointment,GET,appointment/",
        "GET,Appointment/x,GET,appointment/{id}",
        "GET,APPOINTMENT/X,,Appointment/x",
        "POST,Appointment/x/,POST,appointment/{id}",
        "POST,Appointment/,post,appointment",
        "GET,Appointment/x,,appointment",
        "GET,appointmenttype/,GET,appointmenttype",
        "GET,Nothing/here/at/all,,nothing",
        "GET,Client/,GET,",
        "POST,Client/,,"
    })
    void a_fault_meets_the_calls_of_its_method_and_path(String method, String called, String only, String path) {
        armTeapot(only, path);
        assertThat(day.caller.call(method, "/api/core/v2.1/" + called, "{}").status())
                .isEqualTo(IM_A_TEAPOT);
        assertThat(day.armed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,Appointment/,GET,appointment",
        "GET,Appointment/x,GET,appointment/",
        "GET,Appointment/,GET,appointment/{id}",
        "GET,Appointment/x,GET,appointment/y",
        "GET,Appointment/x/y,GET,appointment/{id}",
        "GET,appointmenttype/,GET,appointment",
        "GET,Client/,GET,appointment/"
    })
    void a_fault_leaves_all_other_calls_alone(String method, String called, String only, String path) {
        armTeapot(only, path);
        assertThat(day.caller.call(method, "/api/core/v2/" + called, "{}").status())
                .isNotEqualTo(IM_A_TEAPOT);
        assertThat(day.armed()).containsExactly("status 1");
    }

    @Test
    void a_fault_meets_as_many_calls_as_it_says() {
        day.arm("{'kind':'status','times':2}");
        assertThat(day.books().status()).isEqualTo(503);
        assertThat(day.armed()).containsExactly("status 1");
        assertThat(day.books().status()).isEqualTo(503);
        assertThat(day.armed()).isEmpty();
        assertThat(day.books().status()).isEqualTo(200);
    }

    @Test
    void a_fault_of_no_number_stays_until_it_is_cleared() {
        day.arm("{'kind':'html','times':0}");
        assertThat(IntStream.range(0, 5).mapToObj(n -> day.books().text())).allMatch(text -> text.startsWith("<!"));
        assertThat(day.armed()).containsExactly("html 0");
        Caller.Answered cleared = day.caller.console("DELETE", "faults", "");
        assertThat(cleared.text()).isEqualTo("{\"faults\":[]}");
        assertThat(day.books().status()).isEqualTo(200);
    }

    @Test
    void of_several_faults_a_call_meets_the_one_armed_first() {
        day.arm("{'path':'client','kind':'html'}");
        day.arm("{'kind':'slow','delayMillis':0}");
        day.arm("{'kind':'drop-before','status':null}");
        assertThat(day.books().status()).isEqualTo(200);
        assertThat(day.bookingIsCutOff()).isTrue();
        assertThat(day.armed()).containsExactly("html 1");
    }

    @Test
    void fault_meets_calls_that_would_be_refused_and_none_of_the_console() {
        day.arm("{'kind':'status','status':502}");
        Caller stranger = day.week.caller();
        stranger.secret = "wrong";
        assertThat(stranger.console("GET", "clock", "").status()).isEqualTo(200);
        assertThat(stranger.get(Week.CLIENT).status()).isEqualTo(502);
        assertThat(stranger.get(Week.CLIENT).status()).isEqualTo(401);
    }

    @Test
    void the_console_answers_with_what_is_armed() {
        String sent = "{'method':'get','path':'Client/{ID}','times':3,'kind':'stall','delayMillis':5}";
        String shown =
                day.caller.console("POST", "faults", sent.replace('\'', '"')).text();
        assertThat(shown)
                .isEqualTo("{\"faults\":[{\"method\":\"GET\",\"path\":\"client/{id}\",\"times\":3,\"kind\":\"stall\","
                        + "\"delayMillis\":5,\"status\":503,\"retryAfterSeconds\":0}]}");
        assertThat(day.caller.console("GET", "faults", "").text()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{}|kind must be one of drop-before, drop-after, slow, stall, status, status-after, html, html-after,"
                        + " half-body, not-json, huge",
                "{'kind':'explode'}|kind must be one of drop-before, drop-after, slow, stall, status, status-after,"
                        + " html, html-after, half-body, not-json, huge",
                "{'kind':7}|kind must be text",
                "{'kind':'html','often':1}|often is no field of a fault",
                "{'kind':'html','method':'FETCH'}|method must be GET or POST, or absent for both",
                "{'kind':'html','path':'/api/core/v2.1/Client/'}|path is what follows the version, such as appointment,"
                        + " appointment/ or appointment/{id}",
                "{'kind':'html','times':-1}|times must be a whole number from 0 to 1000000",
                "{'kind':'html','times':'2'}|times must be a whole number from 0 to 1000000",
                "{'kind':'slow','delayMillis':1.5}|delayMillis must be a whole number from 0 to 3600000",
                "{'kind':'status','status':99}|status must be a whole number from 200 to 599",
                "{'kind':'status','retryAfterSeconds':-2}|retryAfterSeconds must be a whole number from 0 to 3600"
            })
    void a_fault_that_cannot_be_is_refused_with_the_reason(String fault, String reason) {
        Caller.Answered answer = day.caller.console("POST", "faults", fault.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(day.armed()).isEmpty();
    }

    @Test
    void fifty_stalled_calls_hold_up_nobody_and_end_when_the_sandbox_does() {
        day.arm("{'method':'GET','path':'client/','times':50,'kind':'stall','delayMillis':3600000}");
        List<InputStream> stalled = assertTimeoutPreemptively(
                AT_ONCE,
                () -> IntStream.range(0, STALLED)
                        .mapToObj(n -> day.caller.opened("GET", Week.CLIENT, "").body())
                        .toList());
        assertThat(assertTimeoutPreemptively(AT_ONCE, day::books).status()).isEqualTo(200);
        assertTimeoutPreemptively(AT_ONCE, day::close);
        assertTimeoutPreemptively(
                AT_ONCE,
                () -> assertThat(stalled)
                        .allMatch(body -> FaultyDay.Read.of(body).brokeOff()));
    }

    @Test
    void a_fault_does_not_hide_a_call_from_the_limit() {
        day.week.switches("{\"callsPerSecond\":1}");
        day.armForBooking("drop-before");
        assertThatThrownBy(day::books).isNotNull();
        assertThat(day.books().status()).isEqualTo(429);
    }

    private void armTeapot(String method, String path) {
        day.arm("{'kind':'status','status':418,'method':" + quoted(method) + ",'path':" + quoted(path) + "}");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }
}
