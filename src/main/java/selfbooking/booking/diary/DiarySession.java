package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One page's look into the diary: it sees one catalogue, and all its waiting together is bounded, however slow the diary is; reads that
 * are under way then go on without it. Used by one thread.
 */
public final class DiarySession {

    private final Diary diary;
    private final Lane lane;
    private final Waiting waiting;
    private final Validity validity;
    private @Nullable Catalogue catalogue;
    private boolean upToDate = true;

    DiarySession(Diary diary, Lane lane, Waiting waiting, Instant now) {
        this.diary = diary;
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
            catalogue = diary.catalogue(this);
            validity.askAgainAt(catalogue.freshUntil());
        }
        return catalogue;
    }

    /** Whether a booking may be started from what was seen: the diary answers, and no week was too old to be shown while it does. */
    public boolean upToDate() {
        return upToDate && diary.reachable();
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
        var week = diary.week(key, this);
        validity.askAgainAt(week.freshUntil());
        return week;
    }

    /**
     * The week's free times, read again when the kept answer is older than that.
     *
     * @throws DiaryUnavailable when it had to be read and the diary does not answer
     */
    public Week weekWithin(Duration age, WeekKey key) {
        return diary.weekWithin(age, key, this);
    }

    <T> T await(CompletableFuture<T> read) {
        try {
            return waiting.await(read).orElseThrow(() -> new DiaryUnavailable("too many wait for the diary", null));
        } catch (CompletionException e) {
            throw new DiaryUnavailable("the diary does not answer", e.getCause());
        }
    }
}
