package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;

class ResponseCheckTest {

    private static final Call READ = Call.read("client list", "http://s.example");
    private static final Call WRITE = Call.write("client create", "http://s.example", "{}");
    private static final Call CLAIM = Call.claim("appointment booking", "http://s.example", "{}");

    @ParameterizedTest
    @CsvSource({
        "401, Not authorized for viewing client list, NOT_AUTHORISED",
        "200, Not authorized for viewing client list, NOT_AUTHORISED",
        "401, Invalid token, INVALID_TOKEN",
        "400, Invalid token, INVALID_TOKEN",
        "400, dateOfBirth is required, REFUSED",
        "200, Something else, REFUSED",
        "404, Unknown appointment, REFUSED",
        "403, No, BLOCKED",
        "429, Too Many Requests, TOO_MANY",
    })
    void a_reason_in_the_body_decides_before_the_status(int status, String reason, Kind kind) {
        var failure = failure(CLAIM, status, "application/json", reason(2, reason));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.unclear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409})
    void a_taken_time_is_taken_whatever_the_status(int status) {
        var taken = reason(2, "The selected time is not available for booking an appointment");
        assertThat(failure(CLAIM, status, "application/json", taken).kind()).isEqualTo(Kind.TAKEN);
        assertThat(failure(WRITE, status, "application/json", taken).kind()).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/html        | <html>challenge</html> | BLOCKED        | true",
                "403 | text/html        | <html>blocked</html>   | BLOCKED        | false",
                "406 | text/html        | <html>blocked</html>   | BLOCKED        | false",
                "404 | text/html        | <html>no page</html>   | REFUSED        | false",
                "401 | text/plain       | who are you            | INVALID_TOKEN  | false",
                "429 | text/plain       | slow down              | TOO_MANY       | false",
                "302 | text/html        | <html>moved</html>     | NOT_UNDERSTOOD | true",
                "307 | application/json | {}                     | NOT_UNDERSTOOD | true",
                "500 | application/json | {}                     | UNREACHABLE    | true",
                "502 | text/html        | <html>gateway</html>   | UNREACHABLE    | true",
                "503 | text/plain       | later                  | UNREACHABLE    | true",
                "408 | text/plain       | slow                   | UNREACHABLE    | true",
                "200 | application/json | {\"appointment\":{\"a  | NOT_UNDERSTOOD | true",
                "200 | application/json | ''                     | NOT_UNDERSTOOD | true",
                "200 | application/json | []                     | NOT_UNDERSTOOD | true",
                "200 | application/json | null                   | NOT_UNDERSTOOD | true",
            })
    void without_a_reason_the_status_decides(int status, String type, String body, Kind kind, boolean unclear) {
        assertThat(failure(CLAIM, status, type, body).kind()).isEqualTo(kind);
        assertThat(failure(CLAIM, status, type, body).unclear()).isEqualTo(unclear);
        assertThat(failure(READ, status, type, body).kind()).isEqualTo(kind);
        assertThat(failure(READ, status, type, body).unclear()).isFalse();
    }

    @Test
    void a_remark_below_severity_two_is_no_failure() {
        var answer = new ApiResponse(200, "application/json", null, null, reason(1, "by the way"));
        assertThat(new ResponseCheck().accepted(CLAIM, answer).isObject()).isTrue();
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        var answer = new ApiResponse(200, "application/json", null, null, "\uFEFF{\"clients\":[]}");
        assertThat(new ResponseCheck().accepted(READ, answer).has("clients")).isTrue();
    }

    @Test
    void the_message_names_the_operation_and_not_what_the_server_said() {
        var failure = failure(WRITE, 400, "application/json", reason(2, "Ivy Tran exists"));
        assertThat(failure).hasMessage("refused: client create");
        assertThat(failure(READ, 401, "application/json", reason(2, "Not authorized for viewing client list")))
                .hasMessage("not authorised for client list");
    }

    private static DiaryFailure failure(Call call, int status, String type, String body) {
        return Apis.failure(() -> new ResponseCheck().accepted(call, new ApiResponse(status, type, null, null, body)));
    }

    private static String reason(int severity, String reason) {
        return "{\"result\":[{\"severity\":" + severity + ",\"reason\":\"" + reason + "\"}]}";
    }
}
