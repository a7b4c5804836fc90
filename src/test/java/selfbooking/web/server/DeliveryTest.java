package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which spelling of a page a browser takes, and whether it has it already. */
class DeliveryTest {

    private static final String TAG = "\"0123456789abcdef-gzip\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "gzip, deflate, br, zstd",
                "deflate,gzip",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "gzip ; q=0.5",
                "gzip;q=1.000",
                "x-gzip",
                "*",
                "identity, *;q=0.5"
            })
    void gzip_is_taken(String accepted) {
        assertThat(Delivery.takesGzip(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip;q=0.000, *",
                "*, gzip;q=0",
                "*;q=0",
                "gzip; Q=0.0",
                "notgzip",
                "gzipped",
                "gzip;q=nonsense",
                "gzip;q=-1",
                ";;,,;q="
            })
    void gzip_is_not_taken(String accepted) {
        assertThat(Delivery.takesGzip(accepted)).isFalse();
    }

    @Test
    void browser_that_says_nothing_takes_plain_bytes_and_has_none() {
        assertThat(Delivery.takesGzip(null)).isFalse();
        assertThat(Delivery.names(null, TAG)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TAG,
                "W/" + TAG,
                "*",
                " " + TAG + " ",
                "\"other\", " + TAG,
                TAG + ",\"other\"",
                "\"a\",\tW/" + TAG + " , \"b\""
            })
    void tag_is_known(String known) {
        assertThat(Delivery.names(known, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"0123456789abcdef\"",
                "0123456789abcdef-gzip",
                "\"0123456789abcdef-gzi\"",
                "w/" + TAG,
                "\"*\"",
                "\"x" + TAG
            })
    void tag_is_not_known(String known) {
        assertThat(Delivery.names(known, TAG)).isFalse();
    }
}
