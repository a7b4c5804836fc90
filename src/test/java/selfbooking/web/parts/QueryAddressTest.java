package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.times.Query;

/** What an address asks for, and the addresses that ask for a little else. */
class QueryAddressTest {

    private static final String ALL =
            "/c/times?type=t1&practitioner=p1&practitioner=p2&location=l1&part=morning&from=2026-11-30";

    @Test
    void address_is_read_and_written_alike() {
        Query search = search(ALL.substring(ALL.indexOf('?') + 1));

        assertThat(search.part()).isEqualTo(DayPart.MORNING);
        assertThat(search.practitioners()).containsExactly("p1", "p2");
        assertThat(QueryAddress.write("/c/times", search)).isEqualTo(ALL);
    }

    @Test
    void link_changes_one_thing_and_keeps_the_rest() {
        Query search = search(ALL.substring(ALL.indexOf('?') + 1));

        assertThat(QueryAddress.write("/c/times", search.part(null))).isEqualTo(ALL.replace("&part=morning", ""));
        assertThat(QueryAddress.write("/c/times", search.from(LocalDate.of(2027, 1, 4))))
                .isEqualTo(ALL.replace("2026-11-30", "2027-01-04"));
    }

    @Test
    void ids_are_escaped_in_addresses() {
        assertThat(QueryAddress.write("/c/", search("type=a%26b%3D%3C"))).isEqualTo("/c/?type=a%26b%3D%3C");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=",
                "from=tomorrow",
                "from=2026-13-01",
                "from=2026-02-30",
                "from=+999999999-01-01",
                "part=night",
                "practitioner=",
                "type=&location="
            })
    void what_makes_no_sense_is_not_asked_for(String query) {
        assertThat(search(query)).isEqualTo(Query.ANY);
    }

    private static Query search(String query) {
        return QueryAddress.read(Parameters.parse(query));
    }
}
