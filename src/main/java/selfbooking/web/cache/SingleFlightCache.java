package selfbooking.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import selfbooking.web.server.WaitingRoom;

/**
 * What is the same for all who ask: made once however many wait for it, and kept until it is old or others need the room. Whoever comes
 * first makes it in their own thread, and no lock is held meanwhile. Safe for many threads.
 */
public final class SingleFlightCache<K, V> {

    /** Whoever makes it may have waited as long as those who wait for it, and then makes it of what has come. */
    private static final long MAKING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Cache<K, V> kept;
    private final WaitingRoom room;
    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** Holds no more than {@code mostWeight} in the unit of {@code weight}; who waits for another's making does so in the room. */
    public SingleFlightCache(long mostWeight, ToIntBiFunction<K, V> weight, WaitingRoom room) {
        this.room = room;
        this.kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(mostWeight)
                .weigher((K key, V value) -> weight.applyAsInt(key, value))
                .build();
    }

    /**
     * What is kept if it is still good, else what {@code maker} makes now; what the maker throws is thrown to all who wait for it, and
     * forgotten.
     */
    public V get(K key, Predicate<V> good, Supplier<V> maker) {
        var found = kept(key, good);
        return found != null ? found : make(key, good, maker);
    }

    /** What is kept if it is still good, else null. */
    public @Nullable V kept(K key, Predicate<V> good) {
        var found = kept.getIfPresent(key);
        return found != null && good.test(found) ? found : null;
    }

    /**
     * What somebody else is making at this moment, for whoever can wait for it without a thread; it fails as the maker does, or when it
     * does not come in time. Empty when nobody makes it, or too many wait so.
     */
    public Optional<CompletableFuture<V>> underWay(K key) {
        return Optional.ofNullable(flights.get(key)).flatMap(flight -> room.awaitWithoutThread(flight, endNanos()));
    }

    private long endNanos() {
        return room.endNanos() + MAKING_NANOS;
    }

    /**
     * A flight that is joined left before its passenger came and may miss what they know of; the one after it does not, unless it only
     * hands on what the first one brought. Whoever finds no place to wait for it makes it alone: from what is kept, that is quick.
     */
    private V make(K key, Predicate<V> good, Supplier<V> maker) {
        var end = endNanos();
        var mine = new CompletableFuture<V>();
        var first = flights.putIfAbsent(key, mine);
        if (first == null) {
            return fly(key, good, maker, mine);
        }
        var theirs = landed(first, end);
        if (theirs.isEmpty() || good.test(theirs.get())) {
            return theirs.orElseGet(maker);
        }
        var second = flights.putIfAbsent(key, mine);
        return second == null
                ? fly(key, good, maker, mine)
                : landed(second, end).filter(value -> value != theirs.get()).orElseGet(maker);
    }

    private V fly(K key, Predicate<V> good, Supplier<V> maker, CompletableFuture<V> mine) {
        try {
            var landedMeanwhile = kept(key, good);
            var value = landedMeanwhile != null ? landedMeanwhile : maker.get();
            kept.put(key, value);
            flights.remove(key, mine);
            mine.complete(value);
            return value;
        } catch (Throwable e) {
            flights.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Empty when there is no place to wait for it. */
    private Optional<V> landed(CompletableFuture<V> flight, long endNanos) {
        try {
            return room.await(flight, endNanos);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The weight of all that is kept. */
    public long weight() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
