package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Stub;

class PagingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void a_list_is_read_to_its_total() {
        assertThat(clients(heard -> page(rows(250, pageOf(heard), 100), 250))).hasSize(250);
    }

    @Test
    void a_list_without_paging_ends_at_its_first_short_page() {
        assertThat(clients(heard -> page(rows(100, pageOf(heard), 100), -1))).hasSize(100);
        assertThat(clients(heard -> page(rows(30, pageOf(heard), 100), -1))).hasSize(30);
    }

    @Test
    void a_server_with_smaller_pages_is_read_to_its_end() {
        assertThat(clients(heard -> page(rows(120, pageOf(heard), 50), 120))).hasSize(120);
    }

    @Test
    void a_server_that_does_not_page_is_not_asked_for_ever() {
        assertThat(clients(heard -> page(rows(130, 1, 130), -1))).hasSize(130);
        assertThat(clients(heard -> page(rows(130, 1, 130), 900))).hasSize(130);
    }

    @Test
    void a_list_without_its_rows_is_not_understood() {
        try (var stub = new Stub(heard -> Stub.json(200, "{\"customers\":[]}"))) {
            var api = stub.api();
            assertThat(Apis.failure(() -> api.clients("a", DAY)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        }
    }

    @Test
    void appointments_are_read_again_when_their_number_changed_meanwhile() {
        var call = new AtomicInteger();
        try (var stub = new Stub(heard -> appointments(call.incrementAndGet() == 1 ? 101 : 102, pageOf(heard)))) {
            var api = stub.api();
            assertThat(api.appointments(DAY, DAY, "tz")).hasSize(102);
            assertThat(stub.heard()).hasSize(4);
        }
    }

    @Test
    void appointments_that_never_stand_still_are_a_failure() {
        var call = new AtomicInteger();
        try (var stub = new Stub(heard -> appointments(101 + call.incrementAndGet() % 2, pageOf(heard)))) {
            var api = stub.api();
            assertThat(Apis.failure(() -> api.appointments(DAY, DAY, "tz")).kind())
                    .isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(stub.heard()).hasSize(6);
        }
    }

    private static List<Client> clients(Function<Stub.Heard, @Nullable String> reply) {
        try (var stub = new Stub(reply)) {
            var api = stub.api();
            return api.clients("a", DAY);
        }
    }

    private static int pageOf(Stub.Heard heard) {
        return Integer.parseInt(heard.target().replaceFirst(".*pageNumber=(\\d+).*", "$1"));
    }

    private static String rows(int total, int page, int size) {
        return numbers(total, page, size)
                .mapToObj(n -> "{\"clientId\":\"c" + n + "\"}")
                .collect(Collectors.joining(","));
    }

    private static String page(String rows, int total) {
        var paging = total < 0 ? "" : ",\"paging\":{\"totalRows\":" + total + "}";
        return Stub.json(200, "{\"clients\":[" + rows + "]" + paging + "}");
    }

    private static String appointments(int total, int page) {
        var sample = Samples.APPOINTMENT_JSON;
        var row = sample.substring("{\"appointment\":".length(), sample.length() - 1);
        var rows = numbers(total, page, 100)
                .mapToObj(n -> row.replace("a-1", "a" + n))
                .collect(Collectors.joining(","));
        return Stub.json(200, "{\"appointments\":[" + rows + "],\"paging\":{\"totalRows\":" + total + "}}");
    }

    private static IntStream numbers(int total, int page, int size) {
        return IntStream.range((page - 1) * size, Math.min(total, page * size));
    }
}
