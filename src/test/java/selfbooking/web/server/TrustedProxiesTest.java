package selfbooking.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address counts, and what is an address at all. */
public class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = trusting("127.0.0.1", "10.0.0.0/9", "2001:db8:f::/48");

    @Test
    void peer_that_is_no_proxy_of_ours_is_the_patient_whatever_it_sends() {
        assertThat(patient("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
        assertThat(patient("10.128.0.1", "198.51.100.1")).isEqualTo("10.128.0.1");
    }

    @Test
    void rightmost_address_that_is_no_proxy_is_the_patient() {
        assertThat(patient("127.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(patient("127.0.0.1", "198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(patient("127.0.0.1", "198.51.100.1,203.0.113.7 , 10.1.2.3")).isEqualTo("203.0.113.7");
        assertThat(patient("2001:db8:f:1::1", "198.51.100.1, 2001:db8:1::9")).isEqualTo("2001:db8:1:0:0:0:0:9");
    }

    @Test
    void forged_addresses_on_the_left_change_nothing() {
        for (String forged : List.of("127.0.0.1", "10.0.0.1", "nonsense", "", "::1", "1.1.1.1, 10.0.0.1")) {
            assertThat(patient("127.0.0.1", forged + ", 203.0.113.7")).isEqualTo("203.0.113.7");
            assertThat(patient("127.0.0.1", forged, "203.0.113.7, 10.0.0.9")).isEqualTo("203.0.113.7");
        }
    }

    @Test
    void where_the_proxies_name_nobody_the_peer_counts() {
        assertThat(patient("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(patient("127.0.0.1", "10.0.0.1, 10.0.0.2")).isEqualTo("127.0.0.1");
        assertThat(patient("127.0.0.1", "203.0.113.7, unknown")).isEqualTo("127.0.0.1");
        assertThat(patient("127.0.0.1", "203.0.113.7, localhost, 10.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void ports_brackets_and_mapped_addresses_are_read() {
        assertThat(patient("127.0.0.1", "203.0.113.7:51234")).isEqualTo("203.0.113.7");
        assertThat(patient("127.0.0.1", "[2001:db8::7]:51234")).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(patient("::ffff:127.0.0.1", "::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(patient("[fe80::1%eth0]")).isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost", "dead.beef", "beef", "proxy.example", "1.2.3", "256.1.1.1", "010.0.0.1", "10.0.0.0/33",
                "10.0.0.0/", "10.0.0.0/-1", "1.2.3.4/8/8", "::1/129", ":::", "1:2", "fe80::1%eth0", "2130706433", "/8"
            })
    void what_is_neither_an_address_nor_a_range_is_refused(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void range_of_everything_trusts_everybody() {
        assertThat(AddressRange.parse("0.0.0.0/0").orElseThrow().bits()).isZero();
        assertThat(trusting("0.0.0.0/0").patient("9.9.9.9", List.of("8.8.8.8")).getHostAddress())
                .isEqualTo("9.9.9.9");
    }

    public static TrustedProxies trusting(String... ranges) {
        return new TrustedProxies(Stream.of(ranges)
                .map(range -> AddressRange.parse(range).orElseThrow())
                .toList());
    }

    private static String patient(String peer, String... forwarded) {
        return PROXIES.patient(peer, List.of(forwarded)).getHostAddress();
    }
}
