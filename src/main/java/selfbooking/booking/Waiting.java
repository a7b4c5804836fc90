package selfbooking.booking;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import selfbooking.booking.diary.DiaryUnavailable;

/** How a request waits for an answer of the diary: for a bounded time in all, and only where a place is free. */
@FunctionalInterface
public interface Waiting {

    /**
     * Waits for a value that another thread brings.
     *
     * @return the value; empty when no place is free, and then nothing was waited for
     * @throws CompletionException when the value failed to come
     * @throws DiaryUnavailable when the value did not come in time
     */
    <T> Optional<T> await(CompletableFuture<T> coming);
}
