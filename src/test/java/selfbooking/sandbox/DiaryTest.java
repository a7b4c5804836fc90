package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import selfbooking.sandbox.api.Appointment;
import selfbooking.sandbox.api.Diary;
import selfbooking.sandbox.api.Range;
import selfbooking.sandbox.demonstration.DemonstrationClinic;

class DiaryTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Diary diary = new Diary();

    @Test
    void while_one_looks_and_writes_another_waits_and_then_sees_it() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean second = new AtomicBoolean();
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> diary.write(at("a", Week.NOW), one -> {
            boolean clear = diary.clear(one);
            looking.countDown();
            await(goOn);
            return clear;
        }));
        await(looking);
        Thread late = new Thread(() -> second.set(diary.write(at("b", Week.NOW), diary::clear)));
        late.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (late.getState() != Thread.State.BLOCKED && late.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        late.join(10_000);
        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second).isFalse();
        assertThat(diary.all()).extracting(Appointment::id).containsExactly("a");
    }

    @Test
    void back_to_back_is_clear_and_a_second_of_overlap_is_not() {
        diary.write(at("a", Week.NOW), diary::clear);
        assertThat(diary.clear(at("b", Week.NOW.plus(HALF_HOUR)))).isTrue();
        assertThat(diary.clear(at("b", Week.NOW.minus(HALF_HOUR)))).isTrue();
        assertThat(diary.clear(at("b", Week.NOW.plus(HALF_HOUR).minusSeconds(1))))
                .isFalse();
        assertThat(diary.clear(at("a", Week.NOW))).isTrue();
    }

    @Test
    void a_cancelled_appointment_takes_no_time() {
        diary.write(at("a", Week.NOW).cancelled(new Appointment.Cancellation("", "")), diary::clear);
        assertThat(diary.clear(at("b", Week.NOW))).isTrue();
    }

    private static Appointment at(String id, Instant start) {
        Appointment.Visit visit = new Appointment.Visit(
                DemonstrationClinic.MEI.id(),
                DemonstrationClinic.HARBOUR.id(),
                null,
                new Range(start, start.plus(HALF_HOUR)));
        Appointment.Remarks remarks = new Appointment.Remarks("", "", false, false, false);
        return new Appointment(id, "", visit, List.of(), remarks, false, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
