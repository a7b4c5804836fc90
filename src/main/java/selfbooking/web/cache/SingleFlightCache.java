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
 * Caches values that are the same for all who ask, bounded by weight. A value is computed once, however many callers wait for the value. The
 * first caller computes in its own thread, and no lock is held meanwhile. A failure is told to all who wait, and is not cached. Safe for
 * many threads.
 */
final class SingleFlightCache<K, V> {

    /** The computing caller may wait as long as those who wait for its value, and then needs time to make the value of what has come. */
    private static final long COMPUTING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Cache<K, V> values;
    private final WaitingRoom room;
    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** Holds no more than {@code mostWeight} in the unit of {@code weight}; whoever waits for another caller's value does so in the room. */
    SingleFlightCache(long mostWeight, ToIntBiFunction<K, V> weight, WaitingRoom room) {
        this.room = room;
        this.values = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(mostWeight)
                .weigher((K key, V value) -> weight.applyAsInt(key, value))
                .build();
    }

    /** The cached value if that is valid, else a new one; throws what {@code compute} throws, to all who wait. */
    V get(K key, Predicate<V> valid, Supplier<V> compute) {
        var found = cached(key, valid);
        return found != null ? found : joinOrFly(key, valid, compute);
    }

    /** The cached value if that is valid, else null. */
    @Nullable
    V cached(K key, Predicate<V> valid) {
        var found = values.getIfPresent(key);
        return found != null && valid.test(found) ? found : null;
    }

    /**
     * The value that another caller is computing at this moment, to be waited for without a thread. The future fails as the computation
     * does, or when the value does not come in time. Empty when nobody computes one, or too many wait so.
     */
    Optional<CompletableFuture<V>> underWay(K key) {
        return Optional.ofNullable(flights.get(key)).flatMap(flight -> room.awaitWithoutThread(flight, endNanos()));
    }

    private long endNanos() {
        return room.endNanos() + COMPUTING_NANOS;
    }

    /**
     * A computation that was already running may have started before the change that this caller knows of. If its value is stale, join or
     * start one more: that one started later, so its value is fresh, unless it only found the first one's value. A caller for whom the
     * room has no place computes alone: from what the diary's cache has, that is quick.
     */
    private V joinOrFly(K key, Predicate<V> valid, Supplier<V> compute) {
        var end = endNanos();
        var own = new CompletableFuture<V>();
        var first = flights.putIfAbsent(key, own);
        if (first == null) {
            return fly(key, valid, compute, own);
        }
        var joined = await(first, end);
        if (joined.isEmpty() || valid.test(joined.get())) {
            return joined.orElseGet(compute);
        }
        var second = flights.putIfAbsent(key, own);
        return second == null
                ? fly(key, valid, compute, own)
                : await(second, end).filter(value -> value != joined.get()).orElseGet(compute);
    }

    private V fly(K key, Predicate<V> valid, Supplier<V> compute, CompletableFuture<V> flight) {
        try {
            var cachedMeanwhile = cached(key, valid);
            var value = cachedMeanwhile != null ? cachedMeanwhile : compute.get();
            values.put(key, value);
            flights.remove(key, flight);
            flight.complete(value);
            return value;
        } catch (Throwable e) {
            flights.remove(key, flight);
            flight.completeExceptionally(e);
            throw e;
        }
    }

    /** Empty when the room has no place to wait. */
    private Optional<V> await(CompletableFuture<V> flight, long endNanos) {
        try {
            return room.await(flight, endNanos);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The weight of all values. */
    long weight() {
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
