package selfbooking.booking.diary;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Counts how pages come by one kind of answer of a clinic's diary; its labels are clinics, kinds of answer and ways to it. */
final class DiaryMetrics {

    /** In seconds: what pages call recent, fresh, too old, and the ages on the way to the oldest that is shown. */
    private static final double[] AGES = {10, 60, 120, 300, 900, 3_600, 86_400};

    private static final Duration[] READ_TIMES = {
        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(8)
    };

    /** How somebody who waits for an answer came by it. */
    enum Way {
        FRESH,
        /** Kept for longer, and read again behind the page. */
        STALE,
        /** Read for them. */
        MISS,
        /** By a read that was under way already. */
        JOINED
    }

    private final Map<Way, Counter> lookups = new EnumMap<>(Way.class);
    private final Clock ticker;
    private final Timer read;
    private final Timer failed;
    private final DistributionSummary age;

    /** {@code what} is the kind of answer. */
    DiaryMetrics(MeterRegistry meters, String clinic, String what) {
        ticker = meters.config().clock();
        var tags = Tags.of("clinic", clinic, "what", what);
        for (var way : Way.values()) {
            lookups.put(
                    way,
                    Counter.builder("selfbooking.diary.lookups")
                            .tags(tags.and("result", way.name().toLowerCase(Locale.ROOT)))
                            .description("answers that pages asked for")
                            .register(meters));
        }
        read = timer(meters, tags.and("outcome", "ok"));
        failed = timer(meters, tags.and("outcome", "failed"));
        age = DistributionSummary.builder("selfbooking.diary.age")
                .tags(tags)
                .baseUnit("seconds")
                .description("how old the answer was that a page was given")
                .serviceLevelObjectives(AGES)
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, Tags tags) {
        return Timer.builder("selfbooking.diary.reads")
                .tags(tags)
                .description("reads of the diary, each of one or more calls")
                .serviceLevelObjectives(READ_TIMES)
                .register(meters);
    }

    /** What is kept, and whether the diary answers. */
    static void watch(MeterRegistry meters, String clinic, Diary diary, DiaryCache<WeekKey, Week> weeks) {
        var tags = Tags.of("clinic", clinic);
        gauge(meters, tags, "weeks", "weeks that are kept", weeks, DiaryCache::count);
        gauge(meters, tags, "slots", "free times in them, and one more for each week", weeks, DiaryCache::weight);
        gauge(meters, tags, "reachable", "1 if the diary answered when last asked", diary, d -> d.reachable() ? 1 : 0);
    }

    private static <T> void gauge(
            MeterRegistry meters, Tags tags, String name, String meaning, T watched, ToDoubleFunction<T> value) {
        Gauge.builder("selfbooking.diary." + name, watched, value)
                .tags(tags)
                .description(meaning)
                .register(meters);
    }

    void found(Way way) {
        Objects.requireNonNull(lookups.get(way)).increment();
    }

    void given(Duration old) {
        age.record((double) old.toSeconds());
    }

    /** The registry's own ticker, in nanoseconds. */
    long nanos() {
        return ticker.monotonicTime();
    }

    void read(long begunNanos) {
        read.record(nanos() - begunNanos, TimeUnit.NANOSECONDS);
    }

    void failed(long begunNanos) {
        failed.record(nanos() - begunNanos, TimeUnit.NANOSECONDS);
    }
}
