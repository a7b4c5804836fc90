package selfbooking.booking.diary;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import selfbooking.booking.Waiting;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.DiaryMetrics.Way;

/**
 * The clinic's diary as patients may see it, kept for a while so that pages cost the API nothing. A fresh answer is given as it is; an
 * older one while one read runs behind it; a very old one only when the diary does not answer, and then nobody waits twice for its
 * silence. Thread safe; one read at a time for each week.
 */
public final class Diary {

    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    /** So long a week is shown after it was asked for, and no longer while the diary answers. */
    public static final Duration WEEK_TOO_OLD = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_SLOTS = 200_000;
    private static final LocalTime BEFORE_THE_DAY = LocalTime.of(5, 30);
    private static final String ALL = "";

    private final DiaryPort port;
    private final Waiting waiting;
    private final Clock clock;
    private final DiaryMetrics catalogueTraffic;
    private final DiaryMetrics weekTraffic;
    private final DiaryCache<String, Catalogue> catalogue;
    private final DiaryCache<WeekKey, Week> weeks;
    private final KnownLosses lost = new KnownLosses();
    private final DiaryVersion version = new DiaryVersion();
    private volatile boolean reachable = true;
    private volatile Instant warmed = Instant.MIN;

    /**
     * The executor runs the reads, one at a time for each week; whoever needs one waits for the answer by {@code waiting}. What is counted stands under
     * the clinic's slug.
     */
    public Diary(DiaryPort port, Waiting waiting, Clock clock, Executor executor, MeterRegistry meters, String slug) {
        this.port = port;
        this.waiting = waiting;
        this.clock = clock;
        this.catalogueTraffic = new DiaryMetrics(meters, slug, "catalogue");
        this.weekTraffic = new DiaryMetrics(meters, slug, "week");
        this.catalogue = new DiaryCache<>(answers().build(), executor, version::raiseFor, catalogueTraffic);
        this.weeks = new DiaryCache<>(
                answers()
                        .maximumWeight(MOST_SLOTS)
                        .weigher((WeekKey key, Week week) -> 1 + week.slots().size())
                        .build(),
                executor,
                version::raiseFor,
                weekTraffic);
        DiaryMetrics.watch(meters, slug, this, weeks);
    }

    private Caffeine<Object, Object> answers() {
        return Caffeine.newBuilder()
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .expireAfterWrite(LONGEST);
    }

    /** For a page that a patient waits for. */
    public DiarySession look() {
        return new DiarySession(this, version, Lane.LOOKING, waiting, clock.instant());
    }

    /** Before a time is claimed. */
    public DiarySession verify() {
        return new DiarySession(this, version, Lane.VERIFY, waiting, clock.instant());
    }

    /** Grows as soon as a new answer of the diary is kept, with each time that proved to be taken, and whenever {@link #reachable} changes. */
    public long version() {
        return version.current();
    }

    /** Who practises, where and what for, as far as that is known at this moment: nobody is asked. */
    public Optional<Catalogue> keptCatalogue() {
        return Optional.ofNullable(catalogue.now(ALL)).filter(Catalogue::canBeBooked);
    }

    /** Whether the diary answered when it was last asked. */
    public boolean reachable() {
        return reachable;
    }

    /** Somebody else has a time of this day: what was asked before is not shown any more. */
    public void lost(LocalDate day) {
        lost.put(day, clock.instant());
        version.raise();
    }

    /** Reads what the first page shows, in the background and without waiting: this week and the next of the type that is shown first. */
    public void warm() {
        var unused = read(catalogue.now(ALL), Lane.BACKGROUND).thenAccept(found -> {
            if (found.canBeBooked()) {
                warmed = clock.instant();
                var monday = WeekKey.mondayOf(LocalDate.ofInstant(warmed, found.zone()));
                var type = found.types().get(0).id();
                warm(found, new WeekKey(type, monday));
                warm(found, new WeekKey(type, monday.plusWeeks(1)));
            }
        });
    }

    /** To be called every minute: warms once a day, an hour or more before anybody works, and whenever nothing is kept any more. */
    public void warmBeforeTheDay() {
        var kept = catalogue.now(ALL);
        if (kept == null || (kept.canBeBooked() && isDueAt(clock.instant().atZone(kept.zone())))) {
            warm();
        }
    }

    private boolean isDueAt(ZonedDateTime now) {
        var due = now.with(BEFORE_THE_DAY);
        return !now.isBefore(due) && warmed.isBefore(due.toInstant());
    }

    private void warm(Catalogue found, WeekKey key) {
        var kept = weeks.now(key);
        if (kept == null || kept.freshUntil().isBefore(clock.instant())) {
            var unused = read(found, key, kept, Lane.BACKGROUND);
        }
    }

    Catalogue catalogue(DiarySession look) {
        var kept = catalogue.now(ALL);
        var found = kept == null ? look.await(read(null, look.lane())) : kept(kept);
        catalogueTraffic.given(Duration.between(found.asOf(), clock.instant()));
        if (!found.canBeBooked()) {
            throw new DiaryUnavailable("the diary names no location or no appointment type", null);
        }
        return found;
    }

    private Catalogue kept(Catalogue kept) {
        var stale = kept.freshUntil().isBefore(clock.instant());
        if (stale) {
            var unused = read(kept, Lane.BACKGROUND);
        }
        catalogueTraffic.found(stale ? Way.STALE : Way.FRESH);
        return kept;
    }

    /** Has the week's read begin if the look will have to wait for it; those that are waited for now go first. */
    void begin(WeekKey key, DiarySession look) {
        var kept = weeks.now(key);
        if (kept == null || (!mayBeShown(key, kept) && reachable)) {
            weeks.begin(key, kept, question(look.catalogue(), key));
        }
    }

    Week week(WeekKey key, DiarySession look) {
        var found = found(key, look);
        if (!mayBeShown(key, found)) {
            look.sawOld();
        }
        weekTraffic.given(Duration.between(found.asOf(), clock.instant()));
        return found;
    }

    private Week found(WeekKey key, DiarySession look) {
        var kept = weeks.now(key);
        if (kept == null) {
            return readAgain(key, null, look);
        }
        if (mayBeShown(key, kept) || !reachable) {
            var stale = !mayBeShown(key, kept) || kept.freshUntil().isBefore(clock.instant());
            if (stale) {
                var unused = read(look.catalogue(), key, kept, Lane.BACKGROUND);
            }
            weekTraffic.found(stale ? Way.STALE : Way.FRESH);
            return kept;
        }
        try {
            return readAgain(key, kept, look);
        } catch (DiaryUnavailable e) {
            LOG.info("an old answer of the diary is shown, from {}", kept.asOf());
            return kept;
        }
    }

    Week weekWithin(Duration age, WeekKey key, DiarySession look) {
        var found = week(key, look);
        return found.olderThan(age, clock.instant()) ? readAgain(key, found, look) : found;
    }

    private boolean mayBeShown(WeekKey key, Week week) {
        return !week.olderThan(WEEK_TOO_OLD, clock.instant()) && lost.isKnownTo(key, week);
    }

    /** A read that was under way already may have asked before our own change: then once more. */
    private Week readAgain(WeekKey key, @Nullable Week kept, DiarySession look) {
        var found = look.await(read(look.catalogue(), key, kept, look.lane()));
        return mayBeShown(key, found) ? found : look.await(read(look.catalogue(), key, found, look.lane()));
    }

    private CompletableFuture<Catalogue> read(@Nullable Catalogue kept, Lane lane) {
        return catalogue.read(ALL, kept, lane, ticket -> asked(ticket, () -> port.catalogue(ticket)));
    }

    private CompletableFuture<Week> read(Catalogue found, WeekKey key, @Nullable Week kept, Lane lane) {
        return weeks.read(key, kept, lane, question(found, key));
    }

    private Function<Ticket, Week> question(Catalogue found, WeekKey key) {
        return ticket -> asked(ticket, () -> port.week(found, key, ticket));
    }

    /** Does not mark the diary unreachable if our own rate limiter rejected the call, or a read that nobody waits for gave way. */
    private <T> T asked(Ticket ticket, Supplier<T> question) {
        try {
            var answer = question.get();
            heard(true);
            return answer;
        } catch (DiaryFailure e) {
            var gaveWay = e.crowdedOut() || (e.kind() == Kind.TOO_MANY && ticket.lane() == Lane.BACKGROUND);
            if (!gaveWay) {
                heard(false);
            }
            LOG.warn("the diary was not read: {}", e.getMessage());
            throw e;
        }
    }

    private void heard(boolean anything) {
        if (reachable != anything) {
            reachable = anything;
            version.raise();
        }
    }
}
