package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Stub;
import selfbooking.coreplus.api.Samples;

class HttpTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 12);

    @Test
    void the_signed_address_is_the_one_that_arrives_byte_for_byte() {
        try (var stub = new Stub(heard -> Stub.json(200, "{\"clients\":[]}"))) {
            var api = stub.api();
            api.clients(Samples.PATIENT_NAME, BORN);
            var heard = stub.heard().get(0);
            var token = JWT.decode(heard.header("authorization").replaceFirst("^JwToken ", ""));
            assertThat(token.getClaim("url").asString())
                    .isEqualTo("http://" + heard.header("host") + heard.target())
                    .contains("name=Nguy%E1%BB%85n%20O%27Brien%20%26%20Co%20%2B1&");
            assertThat(token.getClaim("httpMethod").asString()).isEqualTo("GET");
        }
    }

    @Test
    void reads_and_writes_carry_the_same_headers() {
        try (var stub = new Stub(heard -> Stub.json(200, heard.method().equals("GET") ? "{\"clients\":[]}" : "{}"))) {
            var api = stub.api();
            api.clients("a", BORN);
            api.delete("a-1");
            assertThat(stub.heard()).hasSize(2).allSatisfy(heard -> {
                assertThat(heard.header("content-type")).isEqualTo("application/json");
                assertThat(heard.header("user-agent")).isEqualTo("coreplus-self-booking/0.1");
                assertThat(heard.headers()).doesNotContainKeys("cookie", "upgrade", "http2-settings");
            });
            var deletion = stub.heard().get(1);
            assertThat(deletion.method()).isEqualTo("POST");
            assertThat(deletion.target()).isEqualTo("/api/core/v2.1/Appointment/a-1/");
            assertThat(deletion.body()).isEqualTo("{\"deleted\":\"true\"}");
        }
    }

    /** The signature is made in the thread of the exchange. */
    @Test
    void log_of_an_exchange_bears_the_words_of_its_caller() {
        var words = new ArrayList<Optional<String>>();
        try (var stub = new Stub(heard -> Stub.json(200, "{\"clients\":[]}"))) {
            var api = Apis.signing(stub.connection(), (method, url) -> {
                words.add(Optional.ofNullable(MDC.get("request_id")));
                return "JwToken x";
            });
            MDC.put("request_id", "ours");
            api.clients("a", BORN);
            MDC.clear();
            api.clients("a", BORN);
        }
        assertThat(words).containsExactly(Optional.of("ours"), Optional.empty());
    }

    @Test
    void a_cookie_is_not_sent_back() {
        try (var stub = new Stub(heard ->
                Stub.json(200, "{\"clients\":[]}").replace("\r\nContent-T", "\r\nSet-Cookie: a=b\r\nContent-T"))) {
            var api = stub.api();
            api.clients("a", BORN);
            api.clients("a", BORN);
            assertThat(stub.heard().get(1).headers()).doesNotContainKey("cookie");
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var stub =
                new Stub(heard -> Stub.json(307, "{}").replace("\r\nContent-T", "\r\nLocation: /\r\nContent-T"))) {
            var api = stub.api();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure.unclear()).isTrue();
            assertThat(stub.heard()).hasSize(1);
        }
    }

    /** Each call of ours is signed anew; what the HTTP client repeats by itself goes past the gate with the old signature. */
    @Test
    void a_read_whose_connection_dies_comes_again_only_with_a_new_signature() {
        var signed = new AtomicInteger();
        var dies = Stream.of(false, true, false).iterator();
        try (var stub = new Stub(heard -> dies.next() ? null : Stub.json(200, "{\"clients\":[]}"))) {
            var api = Apis.signing(stub.connection(), (method, url) -> "JwToken " + signed.incrementAndGet());
            api.clients("a", BORN);
            api.clients("a", BORN);
            assertThat(stub.heard())
                    .extracting(heard -> heard.header("authorization"))
                    .containsExactly("JwToken 1", "JwToken 2", "JwToken 3");
        }
    }

    @Test
    void a_huge_body_is_cut() {
        var endless = "{\"clients\":[" + " ".repeat(9 * 1024 * 1024) + "]}";
        try (var stub = new Stub(heard -> Stub.json(200, endless))) {
            var api = stub.api();
            assertThat(Apis.failure(() -> api.clients("a", BORN)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        }
    }

    @Test
    void a_broken_off_body_leaves_a_write_unclear() {
        var broken = "HTTP/1.1 200 Stub\r\nContent-Length: 5000\r\n\r\n{\"appointment\":" + Stub.CUT;
        try (var stub = new Stub(heard -> broken)) {
            var api = stub.api();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.unclear()).isTrue();
        }
    }

    @Test
    void a_dropped_write_arrives_once_even_on_a_connection_kept_alive() {
        try (var stub = new Stub(heard -> heard.method().equals("GET") ? Stub.json(200, "{\"clients\":[]}") : null)) {
            var api = stub.api();
            api.clients("a", BORN);
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.unclear()).isTrue();
            assertThat(stub.heard())
                    .filteredOn(heard -> heard.method().equals("POST"))
                    .hasSize(1);
        }
    }

    @Test
    void a_refused_connection_surely_did_nothing() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var nobody = new Connection(URI.create("http://127.0.0.1:" + port), "consumer", "s", "access");
        var failure = Apis.failure(() -> Apis.real(nobody).book(Samples.APPOINTMENT));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.unclear()).isFalse();
    }
}
