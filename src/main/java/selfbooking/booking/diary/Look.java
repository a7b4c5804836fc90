package selfbooking.booking.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import selfbooking.coreplus.Lane;

/**
 * One page's look into the diary: it sees one catalogue, and all its waiting together is bounded, however slow the diary is; reads that
 * are under way then go on without it. Used by one thread.
 */
public final class Look {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Diary diary;
    private final Lane lane;
    private final long endNanos = System.nanoTime() + LONGEST.toNanos();
    private final Validity validity;
    private @Nullable Catalogue catalogue;

    Look(Diary diary, Lane lane, Instant now) {
        this.diary = diary;
        this.lane = lane;
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
            validity.askAgainAt(Diary.freshUntil(catalogue));
        }
        return catalogue;
    }

    /**
     * The week's free times, as fresh as the pages need them.
     *
     * @throws DiaryUnavailable when nothing is kept and the diary does not answer
     */
    public Week week(WeekKey key) {
        var week = diary.week(key, this);
        validity.askAgainAt(Diary.freshUntil(week));
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
            return read.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiaryUnavailable("waiting for the diary was broken off", e);
        } catch (TimeoutException e) {
            throw new DiaryUnavailable("the diary does not answer in time", e);
        } catch (ExecutionException e) {
            throw new DiaryUnavailable("the diary does not answer", e.getCause());
        }
    }
}
