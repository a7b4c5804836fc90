package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {

    private static final String PATH = "/api/core/v2.1/Client/?name=Tay%6Cor&mobile=";
    private static final long NOW = Week.NOW.getEpochSecond();

    private final Week week = new Week();
    private final Caller caller = week.caller();

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void a_token_as_described_is_let_in() {
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JwToken", "JwToken  ", "Bearer ", "jwtoken ", "JWT "})
    void the_scheme_is_the_literal_word_and_one_space(String scheme) {
        caller.scheme = scheme;
        refused();
    }

    @Test
    void no_authorization_at_all_is_an_invalid_token() {
        HttpRequest bare = HttpRequest.newBuilder(URI.create(week.sandbox().url() + PATH))
                .header("User-Agent", "Example/1.0")
                .header("content-type", "application/json")
                .build();
        assertInvalid(caller.send(bare));
    }

    @Test
    void content_type_is_needed_on_a_get() {
        caller.headers.remove("content-type");
        refused();
    }

    @Test
    void content_type_may_name_its_charset_and_must_be_json() {
        caller.headers.put("content-type", "application/json; charset=utf-8");
        assertThat(caller.get(PATH).status()).isEqualTo(200);
        caller.headers.put("content-type", "text/plain");
        refused();
    }

    @Test
    void the_secret_is_not_base64_decoded() {
        byte[] decoded = Base64.getDecoder().decode(week.sandbox().secret());
        caller.secret = new String(decoded, java.nio.charset.StandardCharsets.ISO_8859_1);
        refused();
    }

    @Test
    void another_secret_is_refused() {
        caller.secret = "another";
        refused();
    }

    @ParameterizedTest
    @CsvSource({"alg,none", "alg,HS512", "typ,JWS"})
    void only_a_jwt_with_hs256_is_taken(String name, String value) {
        caller.tokenHeader.put(name, value);
        refused();
    }

    @ParameterizedTest
    @CsvSource({"-59,1", "0,60", "-30,30"})
    void inside_its_minute_it_is_let_in(long nbf, long exp) {
        window(nbf, exp);
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1,61", "-60,0", "-61,-1", "0,61", "-30,31"})
    void outside_its_minute_or_longer_than_one_it_is_refused(long nbf, long exp) {
        window(nbf, exp);
        refused();
    }

    @Test
    void leeway_can_be_switched_on() {
        week.switches("{\"leewaySeconds\":5}");
        window(5, 65);
        assertThat(caller.get(PATH).status()).isEqualTo(200);
        window(6, 66);
        refused();
    }

    static Stream<Object> notSeconds() {
        return Stream.of("1", 1.5, true, Long.toString(NOW));
    }

    @ParameterizedTest
    @MethodSource("notSeconds")
    void nbf_and_exp_are_whole_numbers(Object value) {
        caller.claims.put("nbf", value);
        refused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "nbf", "exp", "consumerId", "accessToken"})
    void every_claim_is_required(String claim) {
        caller.claims.remove(claim);
        refused();
    }

    @ParameterizedTest
    @CsvSource({"iss,''", "aud,''", "consumerId,stranger", "accessToken,stranger", "httpMethod,POST", "httpMethod,get"})
    void every_claim_is_checked(String claim, String value) {
        caller.claims.put(claim, value);
        refused();
    }

    @Test
    void issuer_and_audience_may_be_anything_written() {
        caller.claims.put("iss", "x");
        caller.claims.put("aud", "y");
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void an_extra_claim_is_tolerated() {
        caller.claims.put("iat", NOW);
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void scheme_and_host_of_the_url_are_compared_in_any_case() {
        caller.claims.put("url", week.sandbox().url().replace("http", "HTTP") + PATH);
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/core/v2.1/Client/?name=Taylor&mobile=",
                "/api/core/v2.1/client/?name=Tay%6Cor&mobile=",
                "/api/core/v2.1/Client/?name=Tay%6cor&mobile=",
                "/api/core/v2.1/Client?name=Tay%6Cor&mobile=",
                "/api/core/v2.1/Client/?name=Tay%6Cor",
                "/api/core/v2.1/Client/"
            })
    void path_and_query_of_the_url_are_compared_byte_for_byte(String other) {
        caller.claims.put("url", week.sandbox().url() + other);
        refused();
    }

    @Test
    void a_relative_url_needs_the_legacy_switch() {
        caller.claims.put("url", PATH);
        refused();
        week.switches("{\"legacyRelativeUrl\":true}");
        assertThat(caller.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void an_expired_grant_is_an_invalid_token() {
        week.switches("{\"accessTokenExpires\":\"2026-06-01\"}");
        assertThat(caller.get(PATH).status()).isEqualTo(200);
        week.switches("{\"accessTokenExpires\":\"2026-05-31\"}");
        refused();
    }

    private void window(long nbf, long exp) {
        caller.claims.put("nbf", NOW + nbf);
        caller.claims.put("exp", NOW + exp);
    }

    private void refused() {
        assertInvalid(caller.get(PATH));
    }

    private static void assertInvalid(Caller.Answered answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"result\":[{\"severity\":2,\"reason\":\"Invalid token\"}]}");
    }
}
