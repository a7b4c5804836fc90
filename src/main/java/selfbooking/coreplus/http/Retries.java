package selfbooking.coreplus.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;
import selfbooking.booking.diary.DiaryFailure;
import selfbooking.booking.diary.DiaryFailure.Kind;

/** Repeats a read that failed quickly, twice at most, after a jittered while and within the budget. Never for a write. */
final class Retries {

    private static final int MOST = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** After this long somebody waits already; a call that ran into its deadline is not repeated. */
    private static final Duration QUICK = Duration.ofSeconds(3);

    private final RetryBudget budget;
    private final FailsafeExecutor<Object> executor;

    Retries(RetryBudget budget, Runnable retried) {
        this.budget = budget;
        this.executor = Failsafe.with(RetryPolicy.builder()
                .handleIf(this::mayBeRepeated)
                .withMaxRetries(MOST)
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(1.0)
                .withMaxDuration(QUICK)
                .onRetry(event -> retried.run())
                .build());
    }

    /** Each try is the whole call anew, signature included. */
    <T> T around(Supplier<T> call) {
        budget.called();
        return executor.get(call::get);
    }

    private boolean mayBeRepeated(Throwable failure) {
        return failure instanceof DiaryFailure e
                && (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.TOO_MANY)
                && e.asked()
                && budget.take();
    }
}
