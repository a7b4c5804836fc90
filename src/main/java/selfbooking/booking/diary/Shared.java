package selfbooking.booking.diary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;

/**
 * What is the same for all who ask: made once however many wait for it, and kept until it is old or others need the room. Whoever comes
 * first makes it in their own thread, and no lock is held meanwhile. Safe for many threads.
 */
public final class Shared<K, V> {

    private final Cache<K, V> kept;
    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** Holds no more than {@code mostWeight} in the unit of {@code weight}. */
    public Shared(long mostWeight, ToIntBiFunction<K, V> weight) {
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
        var found = kept.getIfPresent(key);
        return found != null && good.test(found) ? found : make(key, good, maker);
    }

    /** A flight that is joined left before its passenger came and may miss what they know of; the one after it does not. */
    private V make(K key, Predicate<V> good, Supplier<V> maker) {
        var mine = new CompletableFuture<V>();
        var first = flights.putIfAbsent(key, mine);
        if (first == null) {
            return fly(key, good, maker, mine);
        }
        var theirs = landed(first);
        if (good.test(theirs)) {
            return theirs;
        }
        var second = flights.putIfAbsent(key, mine);
        return second == null ? fly(key, good, maker, mine) : landed(second);
    }

    private V fly(K key, Predicate<V> good, Supplier<V> maker, CompletableFuture<V> mine) {
        try {
            var landedMeanwhile = kept.getIfPresent(key);
            var value = landedMeanwhile != null && good.test(landedMeanwhile) ? landedMeanwhile : maker.get();
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

    private static <V> V landed(CompletableFuture<V> flight) {
        try {
            return flight.join();
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
