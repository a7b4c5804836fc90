package selfbooking.booking.times;

import java.util.List;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Offer;

/**
 * What to offer when a time is lost.
 *
 * @param lost the time that is gone, as far as the clinic still knows who and where it was
 * @param samePractitioner the nearest times with the same practitioner
 * @param sameTime others who are free at, or close to, the same time
 */
public record Alternatives(@Nullable Offer lost, List<Offer> samePractitioner, List<Offer> sameTime) {}
