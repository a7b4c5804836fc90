package selfbooking.booking.diary;

import org.jspecify.annotations.Nullable;

/** The diary could not be asked and nothing that is kept can stand in for its answer; a page says so with the clinic's phone. */
public final class DiaryUnavailable extends RuntimeException {

    public DiaryUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
