package selfbooking.booking.diary;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.coreplus.CoreplusException;

/**
 * The clinic's diary as patients may see it, kept for a while so that pages cost the API nothing. A fresh answer is given as it is; an
 * older one while one refresh runs behind it; a very old one only when the diary does not answer, and then nobody waits twice for its
 * silence. Thread safe; one flight per key.
 */
public final class Diary {

    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);
    private static final Duration CATALOGUE_FRESH = Duration.ofMinutes(5);
    private static final Duration WEEK_FRESH = Duration.ofSeconds(60);
    private static final Duration WEEK_TOO_OLD = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    private static final int MOST_SLOTS = 200_000;

    private final Clock clock;
    private final LoadingCache<String, Catalogue> catalogue;
    private final LoadingCache<WeekKey, Week> weeks;
    private final Map<LocalDate, Instant> changed = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile boolean reachable = true;

    /** The executor runs the refreshes. */
    public Diary(DiaryReader reader, Clock clock, Executor executor) {
        this.clock = clock;
        this.catalogue = kept(CATALOGUE_FRESH, executor).build(any -> asked(reader::catalogue));
        this.weeks = kept(WEEK_FRESH, executor)
                .maximumWeight(MOST_SLOTS)
                .weigher((WeekKey key, Week week) -> 1 + week.slots().size())
                .build(key -> asked(() -> reader.week(catalogue(), key)));
    }

    private Caffeine<Object, Object> kept(Duration fresh, Executor executor) {
        return Caffeine.newBuilder()
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .executor(executor)
                .removalListener((key, old, cause) -> version.incrementAndGet())
                .refreshAfterWrite(fresh)
                .expireAfterWrite(LONGEST);
    }

    private <T> T asked(Supplier<T> question) {
        try {
            var answer = question.get();
            version.incrementAndGet();
            reachable = true;
            return answer;
        } catch (CoreplusException e) {
            reachable = false;
            LOG.warn("the diary was not read: {}", e.getMessage());
            throw e;
        }
    }

    /** Whether the diary answered when it was last asked. */
    public boolean reachable() {
        return reachable;
    }

    /** Grows whenever the diary has answered, once more when that takes the place of an older answer, and with each {@link #drop}. */
    public long version() {
        return version.get();
    }

    /** A view after that has the clinic's people, places and types read again behind it. */
    public static Instant freshUntil(Catalogue catalogue) {
        return catalogue.asOf().plus(CATALOGUE_FRESH);
    }

    /** A view after that has the week read again behind it. */
    public static Instant freshUntil(Week week) {
        return week.asOf().plus(WEEK_FRESH);
    }

    /**
     * Who practises, where and what for.
     *
     * @throws DiaryUnavailable when nothing is kept and the diary does not answer, or has no location or no type
     */
    public Catalogue catalogue() {
        var found = orUnavailable(() -> catalogue.get(""));
        if (found.locations().isEmpty() || found.types().isEmpty()) {
            throw new DiaryUnavailable("the diary names no location or no appointment type", null);
        }
        return found;
    }

    /**
     * The week's free times, as fresh as the pages need them.
     *
     * @throws DiaryUnavailable when nothing is kept and the diary does not answer
     */
    public Week week(WeekKey key) {
        var found = orUnavailable(() -> weeks.get(key));
        if (mayBeShown(key, found)) {
            return found;
        }
        if (!reachable) {
            var unused = weeks.refresh(key);
            return found;
        }
        try {
            return readAgain(key);
        } catch (DiaryUnavailable e) {
            LOG.info("an old answer of the diary is shown, from {}", found.asOf());
            return found;
        }
    }

    private boolean mayBeShown(WeekKey key, Week week) {
        return !week.olderThan(WEEK_TOO_OLD, clock.instant())
                && week.asOf().isAfter(changed.getOrDefault(key.monday(), Instant.MIN));
    }

    /** A refresh that was under way already may have asked before our own change: then once more. */
    private Week readAgain(WeekKey key) {
        var found = refreshed(key);
        return mayBeShown(key, found) ? found : refreshed(key);
    }

    /** Nobody waits longer than a page may take, however slow the diary is; the refresh itself goes on. */
    private Week refreshed(WeekKey key) {
        return orUnavailable(() -> weeks.refresh(key)
                .copy()
                .orTimeout(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                .join());
    }

    /**
     * The week's free times, read again when the kept answer is older than that.
     *
     * @throws DiaryUnavailable when it had to be read and the diary does not answer
     */
    public Week weekWithin(Duration age, WeekKey key) {
        var found = week(key);
        if (!found.olderThan(age, clock.instant())) {
            return found;
        }
        return readAgain(key);
    }

    /** After a change of our own to this day of a location: what was asked before it is not shown any more. */
    public void drop(LocalDate day) {
        changed.put(WeekKey.mondayOf(day), clock.instant());
        version.incrementAndGet();
    }

    private static <T> T orUnavailable(Supplier<T> question) {
        try {
            return question.get();
        } catch (CoreplusException e) {
            throw new DiaryUnavailable("the diary does not answer", e);
        } catch (CompletionException e) {
            throw new DiaryUnavailable("the diary does not answer", e.getCause());
        }
    }
}
