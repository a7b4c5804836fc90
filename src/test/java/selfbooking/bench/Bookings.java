package selfbooking.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** New patients who press the last button at once: three calls each, at ten a second, and each looks at the outcome until it is booked. */
final class Bookings extends Crowd {

    private static final int BOOKINGS = 30;

    private final Clinic clinic;
    private final List<String> drafts = new ArrayList<>();

    Bookings(Clinic clinic) throws Exception {
        super(BOOKINGS);
        this.clinic = clinic;
        for (String slot : clinic.site().slots(clinic.inWeeks(8))) {
            if (drafts.size() < BOOKINGS) {
                drafts.add(clinic.site().filledIn(slot, drafts.size()));
            }
        }
    }

    @Override
    void act(int number, BooleanSupplier going) throws Exception {
        clinic.site().confirm(drafts.get(number));
        String page = "";
        while (going.getAsBoolean() && !page.contains("Your appointment is booked")) {
            page = clinic.site().page(drafts.get(number));
        }
    }
}
