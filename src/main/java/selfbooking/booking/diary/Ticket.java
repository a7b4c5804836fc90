package selfbooking.booking.diary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a call is made for, and until when the call may leave. Travels with the call, so that a read which a patient comes to wait for can
 * be promoted while the call queues. Thread safe.
 */
public final class Ticket {

    private final @Nullable Instant latest;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Lane lane;

    public Ticket(Lane lane) {
        this(lane, null);
    }

    /** Nothing leaves with the ticket after {@code latest}, by the application's clock; null sets no end. */
    public Ticket(Lane lane, @Nullable Instant latest) {
        this.lane = lane;
        this.latest = latest;
    }

    public Lane lane() {
        return lane;
    }

    public Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }

    /** Moves the call to an earlier lane and tells all listeners; a later or equal lane changes nothing. */
    public void promote(Lane earlier) {
        if (moved(earlier)) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean moved(Lane earlier) {
        boolean moves = earlier.compareTo(lane) < 0;
        if (moves) {
            lane = earlier;
        }
        return moves;
    }

    /** Runs the listener after each promotion, in the promoting thread, until {@link #forget}. */
    public void onPromotion(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
