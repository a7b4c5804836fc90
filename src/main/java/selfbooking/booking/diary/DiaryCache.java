package selfbooking.booking.diary;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.LogContext;
import selfbooking.booking.diary.DiaryMetrics.Way;

/** Answers kept by what was asked, with one read at a time for each question, whoever waits for it. Thread safe. */
final class DiaryCache<K, V> {

    private final Cache<K, V> answers;
    private final Executor executor;
    private final Consumer<V> arrived;
    private final DiaryMetrics traffic;
    private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();

    /**
     * A read under way, and for whom it is made: a patient who comes to wait for it takes it along to an earlier lane. It counts as made
     * for whoever comes first.
     */
    private record Read<V>(CompletableFuture<V> answer, Ticket ticket, AtomicBoolean counted) {}

    /** {@code arrived} is given each new answer once it is kept. */
    DiaryCache(Cache<K, V> answers, Executor executor, Consumer<V> arrived, DiaryMetrics traffic) {
        this.answers = answers;
        this.executor = executor;
        this.arrived = arrived;
        this.traffic = traffic;
    }

    @Nullable
    V now(K key) {
        return answers.getIfPresent(key);
    }

    /**
     * The read that is under way, or else a new one.
     *
     * @param seen what the caller found kept and wants something newer for; when that has come meanwhile, it is the answer
     */
    CompletableFuture<V> read(K key, @Nullable V seen, Lane lane, Function<Ticket, V> question) {
        var read = underWay(
                key, seen, lane, lane == Lane.BACKGROUND ? LogContext.background() : LogContext.current(), question);
        waited(lane, read.counted().compareAndSet(false, true) ? Way.MISS : Way.JOINED);
        return read.answer();
    }

    /** Has the read begin, as {@link #read} does, for a patient who will come for it: until then nobody waits. */
    void begin(K key, @Nullable V seen, Function<Ticket, V> question) {
        var unused = underWay(key, seen, Lane.BACKGROUND, LogContext.current(), question);
    }

    private Read<V> underWay(K key, @Nullable V seen, Lane lane, LogContext trail, Function<Ticket, V> question) {
        var mine = new Read<>(new CompletableFuture<V>(), new Ticket(lane), new AtomicBoolean());
        var other = reads.putIfAbsent(key, mine);
        if (other != null) {
            other.ticket().promote(lane);
            return other;
        }
        var newer = answers.getIfPresent(key);
        if (newer != null && newer != seen) {
            reads.remove(key);
            mine.answer().complete(newer);
        } else {
            ask(key, mine, trail, question);
        }
        return mine;
    }

    private void waited(Lane lane, Way way) {
        if (lane != Lane.BACKGROUND) {
            traffic.found(way);
        }
    }

    private void ask(K key, Read<V> read, LogContext trail, Function<Ticket, V> question) {
        try {
            executor.execute(() -> trail.follow(() -> fetch(key, read, question)));
        } catch (RejectedExecutionException closing) {
            reads.remove(key);
            read.answer().completeExceptionally(closing);
        }
    }

    private void fetch(K key, Read<V> read, Function<Ticket, V> question) {
        long begun = traffic.nanos();
        try {
            var answer = question.apply(read.ticket());
            answers.put(key, answer);
            arrived.accept(answer);
            reads.remove(key);
            traffic.read(begun);
            read.answer().complete(answer);
        } catch (RuntimeException e) {
            reads.remove(key);
            traffic.failed(begun);
            read.answer().completeExceptionally(e);
        }
    }

    /** Answers that are kept, some of them perhaps too old to be given. */
    long count() {
        return answers.estimatedSize();
    }

    /** What they weigh, where that is bounded. */
    long weight() {
        return answers.policy()
                .eviction()
                .flatMap(bound -> bound.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
