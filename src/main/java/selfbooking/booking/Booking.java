package selfbooking.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.Hold;
import selfbooking.booking.draft.answers.Answers;

/**
 * A draft or booking as its pages see it.
 *
 * @param answers null until the details have been given, and after they were erased
 * @param hold the live claim on the time; null when it has ended or is not needed any more
 * @param reference six characters that a person can read out; null while it is a draft that was never sent
 * @param revision grows with each change of slot or answers: what the check page showed
 * @param askedAt since when the diary is being asked; null while nothing was sent
 */
public record Booking(
        State state,
        int attempt,
        Offer offer,
        @Nullable Answers answers,
        @Nullable Hold hold,
        @Nullable String reference,
        int revision,
        @Nullable Instant askedAt) {}
