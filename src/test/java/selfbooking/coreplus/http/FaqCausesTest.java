package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.LogLines;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.Console;
import selfbooking.sandbox.Sandbox;

/** Every cause that the developer FAQ names, made for real; the sandbox's log tells apart what its answers do not. */
class FaqCausesTest {

    private final Sandbox sandbox = Sandbox.start(0, Clock.systemUTC());
    private final Console console = new Console(sandbox.url());
    private final Connection right = connection(sandbox.consumerId(), sandbox.secret());
    private final Token token = new Token(right, new ServerClock(Clock.systemUTC()));
    private final LogLines causes = new LogLines("selfbooking.sandbox.server.TokenCheck");

    @BeforeEach
    void with_nothing_wrong_the_call_succeeds() {
        assertThat(Apis.real(right).practitioners()).hasSize(5);
    }

    @AfterEach
    void close() {
        causes.close();
        sandbox.close();
    }

    @Test
    void wrong_secret() {
        invalidToken(Apis.real(connection(sandbox.consumerId(), "wrong")), "the signature does not match");
    }

    @Test
    void wrong_consumer() {
        invalidToken(Apis.real(connection("somebody-else", sandbox.secret())), "consumerId is not known");
    }

    @Test
    void wrong_access_token() {
        var other = new Connection(right.url(), right.consumerId(), right.secret(), "another-clinic");
        invalidToken(Apis.real(other), "accessToken is not known");
    }

    @Test
    void expired_exp() {
        var minutesAgo = Instant.now().minusSeconds(120);
        invalidToken(
                signing((method, url) -> "JwToken " + token.signed(method, url, minutesAgo)), "it has expired: nbf");
    }

    @Test
    void future_nbf() {
        var soon = Instant.now().plusSeconds(120);
        invalidToken(signing((method, url) -> "JwToken " + token.signed(method, url, soon)), "it is not valid yet");
    }

    @Test
    void missing_content_type() {
        var headers = Map.of("User-Agent", "coreplus-self-booking/0.1");
        invalidToken(Apis.over(right, headers, CallDeadlines.USUAL), "content-type is not application/json");
    }

    @Test
    void missing_space_after_the_scheme() {
        invalidToken(
                signing((method, url) -> token.authorization(method, url).replace(" ", "")), "Authorization is not");
    }

    @Test
    void wrong_url_claim() {
        invalidToken(signing((method, url) -> token.authorization(method, url + "&x=1")), "url is '");
    }

    @Test
    void wrong_method_claim() {
        invalidToken(signing((method, url) -> token.authorization("POST", url)), "httpMethod is 'POST'");
    }

    @Test
    void permission_missing() {
        console.set("{\"revokedPermissions\":[\"VIEW_CLIENTLIST\"]}");
        int before = console.calls().size();
        var failure = Apis.failure(() -> Apis.real(right).clients("Tran", LocalDate.of(1990, 4, 12)));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_AUTHORISED);
        assertThat(failure).hasMessage("not authorised for client list");
        assertThat(console.calls()).as("never repeated").hasSize(before + 1);
    }

    @Test
    void generic_user_agent() {
        for (var agent : List.of("Java-http-client/17.0.15", "WordPress/6.5")) {
            var headers = Map.of("User-Agent", agent, "content-type", "application/json");
            var failure = Apis.failure(Apis.over(right, headers, CallDeadlines.USUAL)::practitioners);
            assertThat(failure.kind()).isEqualTo(Kind.BLOCKED);
            assertThat(failure).hasMessage("not let in for practitioner list");
        }
    }

    @Test
    void eleventh_call_in_a_second() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        var one = Apis.real(right);
        var other = Apis.real(right);
        try {
            var calls = new ArrayList<Callable<Optional<Kind>>>();
            for (int i = 0; i < 10; i++) {
                calls.add(() -> Apis.kind(one::practitioners));
                calls.add(() -> Apis.kind(other::practitioners));
            }
            var kinds = new ArrayList<Kind>();
            for (var ended : pool.invokeAll(calls)) {
                ended.get().ifPresent(kinds::add);
            }
            assertThat(kinds).isNotEmpty().containsOnly(Kind.TOO_MANY);
        } finally {
            pool.shutdownNow();
        }
    }

    private void invalidToken(Api api, String cause) {
        var failure = Apis.failure(api::practitioners);
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_TOKEN);
        assertThat(failure).hasMessage("token not accepted for practitioner list");
        assertThat(failure.unclear()).isFalse();
        assertThat(causes.read()).hasSize(2).allMatch(line -> line.contains(cause));
    }

    private Api signing(BinaryOperator<String> signer) {
        return Apis.signing(right, signer);
    }

    private Connection connection(String consumerId, String secret) {
        return new Connection(URI.create(sandbox.url()), consumerId, secret, sandbox.accessToken());
    }
}
