package selfbooking.booking.diary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;

/** Grows with each change of what we know of a clinic's diary, and remembers which answer made which version. Thread safe. */
final class DiaryVersion {

    private final AtomicLong current = new AtomicLong();

    /** Equal answers may have arrived at different times, so each is known by its identity, as long as somebody has it. */
    private final Cache<Object, Long> arrivals =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    long current() {
        return current.get();
    }

    void raise() {
        current.incrementAndGet();
    }

    /** Call this once the answer is kept: whoever reads the new version then finds the answer. */
    void raiseFor(Object answer) {
        arrivals.put(answer, current.incrementAndGet());
    }

    /** The version that the answer's arrival made; 0, which no arrival makes, when that is not known (yet). */
    long madeBy(Object answer) {
        var version = arrivals.getIfPresent(answer);
        return version == null ? 0 : version;
    }
}
