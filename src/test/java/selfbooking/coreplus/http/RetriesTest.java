package selfbooking.coreplus.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Stub;
import selfbooking.coreplus.api.Samples;

class RetriesTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 12);
    private static final String NOBODY = Stub.json(200, "{\"clients\":[]}");

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_read_that_failed_quickly_is_made_again_and_signed_anew(int status) {
        try (var stub = new Stub(heard -> asked.incrementAndGet() == 1 ? Stub.json(status, "{}") : NOBODY)) {
            assertThat(stub.api().clients("Ivy", BORN)).isEmpty();
            assertThat(stub.heard()).hasSize(2);
        }
    }

    @Test
    void a_read_whose_connection_broke_is_made_again() {
        try (var stub = new Stub(heard -> asked.incrementAndGet() == 1 ? null : NOBODY)) {
            assertThat(stub.api().clients("Ivy", BORN)).isEmpty();
            assertThat(stub.heard()).as("by us, not by the JDK as well").hasSize(2);
        }
    }

    @Test
    void a_write_is_never_made_again() {
        for (var answer : new String[] {Stub.json(503, "{}"), Stub.json(429, "{}"), null}) {
            try (var stub = new Stub(heard -> answer)) {
                Apis.failure(() -> stub.api().book(Samples.APPOINTMENT));
                assertThat(stub.heard()).hasSize(1);
            }
        }
    }

    @Test
    void a_read_that_keeps_failing_is_made_three_times_at_most() {
        try (var stub = new Stub(heard -> Stub.json(503, "{}"))) {
            assertThat(Apis.failure(() -> stub.api().clients("Ivy", BORN)).kind())
                    .isEqualTo(Kind.UNREACHABLE);
            assertThat(stub.heard()).hasSizeBetween(2, 3);
        }
    }

    @Test
    void a_read_that_was_too_many_waits_as_long_as_the_server_says() {
        var throttled = Stub.json(429, "{}").replaceFirst("\r\n", "\r\nRetry-After: 1\r\n");
        try (var stub = new Stub(heard -> asked.incrementAndGet() == 1 ? throttled : NOBODY)) {
            long begun = System.nanoTime();
            assertThat(stub.api().clients("Ivy", BORN)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(stub.heard()).hasSize(2);
        }
    }

    @Test
    void one_call_in_ten_may_be_repeated() {
        var budget = new RetryBudget(nanos::get);
        int repeated = 0;
        for (int call = 0; call < 1_000; call++) {
            budget.called();
            repeated += budget.take() ? 1 : 0;
        }
        assertThat(repeated).isBetween(95, 101);
    }

    @Test
    void quiet_clinic_may_repeat_a_call_each_fifteen_seconds_and_saves_two() {
        var budget = new RetryBudget(nanos::get);
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        nanos.addAndGet(Duration.ofMillis(15_001).toNanos());
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }
}
