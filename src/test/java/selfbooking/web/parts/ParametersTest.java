package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.ContentTooLargeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading queries and forms, also broken ones. */
class ParametersTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a=b,b",
                "a=b&a=c,b",
                "a=1+2%203,1 2 3",
                "a=Zo%C3%AB,Zoë",
                "a=Zoë,Zoë",
                "a=100%,100%",
                "a=%zz%4,%zz%4",
                "a=%C3%28,\uFFFD(",
                "a=x=y,x=y",
                "%61=b,b",
                "a=%00,\u0000"
            })
    void value_is_decoded_and_what_is_broken_stays(String encoded, String value) {
        assertThat(Parameters.parse(encoded).text("a")).isEqualTo(value);
    }

    @Test
    void name_without_value_is_empty_text() {
        assertThat(Parameters.parse("a&b=").all("a")).containsExactly("");
        assertThat(Parameters.parse("a&b=").given("b")).isEmpty();
        assertThat(Parameters.parse(null).has("a")).isFalse();
        assertThat(Parameters.parse("a=1&a=2").all("a")).containsExactly("1", "2");
    }

    @Test
    void more_than_fifty_are_refused() {
        Parameters.parse("a=1" + "&a=1".repeat(49));
        assertThatThrownBy(() -> Parameters.parse("a=1" + "&a=1".repeat(50)))
                .isInstanceOf(ContentTooLargeResponse.class);
    }
}
