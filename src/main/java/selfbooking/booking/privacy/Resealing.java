package selfbooking.booking.privacy;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals kept answers anew after a change of secret, so that the old one is not needed for as long as there are bookings from before.
 * What opens under neither secret stays as it is.
 */
public final class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final ResealTable table;
    private final SealedAnswers sealed;

    public Resealing(Jdbi jdbi, String clinic, SealedAnswers sealed) {
        this.table = new ResealTable(jdbi, clinic);
        this.sealed = sealed;
    }

    /** Looks through what is kept once; does nothing where all is sealed with the newest secret. */
    public void run() {
        try {
            var left = table.notBeginningWith(sealed.beginning());
            var closed = left.stream().filter(old -> !reseal(old)).count();
            tell(left, closed);
        } catch (RuntimeException e) {
            LOG.error("sealing kept answers anew failed", e);
        }
    }

    private boolean reseal(ResealTable.Sealed old) {
        try {
            table.replace(old, sealed.seal(old.bookingId(), sealed.open(old.bookingId(), old.text())));
            return true;
        } catch (IllegalStateException otherSecret) {
            return false;
        }
    }

    private static void tell(List<ResealTable.Sealed> left, long closed) {
        if (!left.isEmpty()) {
            LOG.info("answers of {} bookings are sealed under the new APP_SECRET", left.size() - closed);
        }
        if (closed > 0) {
            LOG.error(
                    "answers of {} bookings were sealed under another APP_SECRET: set that one as APP_SECRET_BEFORE;"
                            + " nothing of them was changed",
                    closed);
        }
    }
}
