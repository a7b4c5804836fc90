package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final String LOCATIONS = "/api/core/v2.1/Location/";

    private final Week week = new Week();
    private final Caller caller = week.caller();

    @AfterEach
    void stop() {
        week.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "Java/17.0.1",
                "Java-http-client/17",
                "okhttp/4.9",
                "curl/8.5",
                "WordPress/6.4; https://x.example"
            })
    void a_generic_user_agent_meets_a_firewall_page(String agent) {
        caller.headers.put("User-Agent", agent);
        Caller.Answered answer = caller.get(LOCATIONS);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    }

    @Test
    void the_eleventh_call_within_a_second_is_one_too_many() {
        week.switches("{\"callsPerSecond\":10}");
        List<Caller.Answered> answers = IntStream.range(0, 11)
                .parallel()
                .mapToObj(n -> caller.get(LOCATIONS))
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
        Caller.Answered refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.reason()).isEqualTo("Too Many Requests");
        assertThat(refused.response().headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void calls_that_claim_another_consumer_do_not_use_up_ours() {
        week.switches("{\"callsPerSecond\":1}");
        Caller stranger = week.caller();
        stranger.claims.put("consumerId", "stranger");
        assertThat(stranger.get(LOCATIONS).status()).isEqualTo(401);
        assertThat(caller.get(LOCATIONS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEW_LOCATIONLIST,Location/,viewing location list",
        "VIEW_PRACTITIONERLIST,Practitioner/,viewing practitioner list",
        "VIEW_APPOINTMENTTYPELIST,appointmenttype/,viewing appointment type list",
        "VIEW_AVAILABILITYSLOT,AvailabilitySlot/,viewing availability slot",
        "VIEW_CLIENTLIST,Client/,viewing client list",
        "VIEW_CLIENT,Client/x,viewing client",
        "VIEW_APPOINTMENTLIST,Appointment/,viewing appointment list",
        "VIEW_APPOINTMENT,Appointment/x,viewing appointment",
    })
    void a_missing_permission_says_for_what(String permission, String path, String tail) {
        week.switches("{\"revokedPermissions\":[\"" + permission + "\"]}");
        Caller.Answered answer = caller.get("/api/core/v2.1/" + path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("{\"result\":[{\"severity\":2,\"reason\":\"Not authorized for " + tail + "\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_CLIENT,Client/,creating client",
        "CREATE_APPOINTMENT,Appointment/,creating appointment",
        "UPDATE_APPOINTMENT,Appointment/x/,updating appointment"
    })
    void a_missing_permission_to_write_says_so_too(String permission, String path, String tail) {
        week.switches("{\"revokedPermissions\":[\"" + permission + "\"]}");
        Caller.Answered answer = caller.post("/api/core/v2.1/" + path, "{}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason()).isEqualTo("Not authorized for " + tail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/core/v2/Location/",
                "/API/Core/V2.1/LOCATION/",
                "/api/core/v2/location",
                "/api/core/v2.1/Location?x=1"
            })
    void either_version_any_case_and_for_a_get_either_ending(String path) {
        assertThat(caller.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/core/v2.1/Client",
        "POST,/api/core/v2.1/Appointment",
        "POST,/api/core/v2.1/Location/",
        "GET,/api/core/v3/Location/",
        "GET,/api/core/v2.1/Nothing/",
        "DELETE,/api/core/v2.1/Location/",
        "PUT,/api/core/v2.1/Client/",
        "GET,/"
    })
    void every_other_address_is_not_found(String method, String path) {
        Caller.Answered answer = caller.call(method, path, "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.reason()).isEqualTo("Resource not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "{} {}", "null"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        Caller.Answered answer = caller.post(Week.CLIENT, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).contains("JSON");
    }

    @Test
    void a_body_over_64_kb_is_refused() {
        Caller.Answered answer = caller.post(Week.CLIENT, "{\"x\":\"" + "x".repeat(65_536) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reason()).contains("64 KB");
    }

    @Test
    void a_query_with_a_broken_escape_is_refused_and_not_a_fault() throws IOException {
        String answer = raw("GET", "/api/core/v2.1/Client/?name=%zz", "");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("The query is not correctly encoded");
    }

    @Test
    void a_body_sent_in_chunks_is_bounded_too() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String answer = raw("POST", Week.CLIENT, chunk.repeat(3) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("Exception");
    }

    /** Straight over a socket, for what the JDK's client would not send. */
    private String raw(String method, String target, String chunks) throws IOException {
        URI address = URI.create(week.sandbox().url());
        String token = caller.token(method, week.sandbox().url() + target);
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUser-Agent: Example/1.0\r\nContent-Type: application/json\r\nConnection: close"
                + "\r\nAuthorization: JwToken " + token
                + (chunks.isEmpty() ? "" : "\r\nTransfer-Encoding: chunked") + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((head + chunks).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answers_carry_the_sandbox_time_and_no_server_name() {
        HttpHeaders headers = caller.get(LOCATIONS).response().headers();
        assertThat(headers.allValues("Date")).containsExactly("Sun, 31 May 2026 22:00:00 GMT");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
    }
}
