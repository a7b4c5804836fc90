package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Validity;
import selfbooking.booking.Waiting;

/**
 * One page's look into the diary: it sees one catalogue, and all its waiting together is bounded, however slow the diary is; reads that
 * are under way then go on without it. Used by one thread.
 */
public final class DiarySession {

    private final Diary diary;
    private final Lane lane;
    private final Waiting waiting;
    private final Validity validity;
    private final DiaryVersion versions;
    private final long begunUnder;
    private final Set<Long> ownArrivals = new HashSet<>();
    private @Nullable Catalogue catalogue;
    private boolean upToDate = true;

    DiarySession(Diary diary, DiaryVersion versions, Lane lane, Waiting waiting, Instant now) {
        this.diary = diary;
        this.versions = versions;
        this.begunUnder = versions.current();
        this.lane = lane;
        this.waiting = waiting;
        this.validity = new Validity(now);
    }

    Lane lane() {
        return lane;
    }

    /** How long what was seen stays true; whoever makes something of it adds what ends it sooner. */
    public Validity validity() {
        return validity;
    }

    /**
     * Who practises, where and what for.
     *
     * @throws DiaryUnavailable when nothing is kept and the diary does not answer, or has no location or no type
     */
    public Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = seen(diary.catalogue(this));
            validity.askAgainAt(catalogue.freshUntil());
        }
        return catalogue;
    }

    /** Whether a booking may be started from what was seen: the diary answers, and no week was too old to be shown while it does. */
    public boolean upToDate() {
        return upToDate && diary.reachable();
    }

    /**
     * The {@link Diary#version} of all that was seen. It is the one under which the session began, raised by every directly following one
     * that an answer made which the session used itself. Any other change in between leaves it behind.
     */
    public long version() {
        var version = begunUnder;
        while (ownArrivals.contains(version + 1)) {
            version++;
        }
        return version;
    }

    private <T> T seen(T answer) {
        ownArrivals.add(versions.madeBy(answer));
        return answer;
    }

    /** A week that is shown for want of a newer one. */
    void sawOld() {
        upToDate = false;
        validity.askAgainSoon();
    }

    /**
     * Has the week's read begin, for a look that will ask for it after others; nothing is waited for but the catalogue.
     *
     * @throws DiaryUnavailable when there is no catalogue
     */
    public void begin(WeekKey key) {
        diary.begin(key, this);
    }

    /**
     * The week's free times, as fresh as the pages need them.
     *
     * @throws DiaryUnavailable when nothing is kept and the diary does not answer
     */
    public Week week(WeekKey key) {
        var week = seen(diary.week(key, this));
        validity.askAgainAt(week.freshUntil());
        return week;
    }

    /**
     * The week's free times, read again when the kept answer is older than that.
     *
     * @throws DiaryUnavailable when it had to be read and the diary does not answer
     */
    public Week weekWithin(Duration age, WeekKey key) {
        return seen(diary.weekWithin(age, key, this));
    }

    <T> T await(CompletableFuture<T> read) {
        try {
            return waiting.await(read).orElseThrow(() -> new DiaryUnavailable("too many wait for the diary", null));
        } catch (CompletionException e) {
            throw new DiaryUnavailable("the diary does not answer", e.getCause());
        }
    }
}
