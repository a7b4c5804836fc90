package selfbooking.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** New patients who press the last button at once: three calls each, at ten a second, and each looks at the outcome until it is booked. */
final class Bookings extends Crowd {

    /** So long the last of them waits: three calls each at ten a second. */
    static final int SECONDS = 9;

    private static final int BOOKINGS = 30;
    /** While it is pending, each takes three seconds. */
    private static final int MOST_LOOKS = 20;

    /** Nobody who has booked before is new. */
    private static int patients;

    private final Clinic clinic;
    private final List<String> drafts = new ArrayList<>();

    public Bookings(Clinic clinic) throws Exception {
        super(BOOKINGS);
        this.clinic = clinic;
        for (String slot : clinic.site().slots(clinic.inWeeks(8))) {
            if (drafts.size() < BOOKINGS) {
                drafts.add(clinic.site().filledIn(slot, patients++));
            }
        }
    }

    @Override
    void act(int number, BooleanSupplier going) throws Exception {
        clinic.site().confirm(drafts.get(number));
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (clinic.site().page(drafts.get(number)).contains("Your appointment is booked")) {
                return;
            }
        }
        throw new IOException("not booked after " + MOST_LOOKS + " looks");
    }
}
