package selfbooking.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;

/** They look at one cold week after the other, all types and weeks there are: three in ten of 64 wait at any moment. */
final class ColdViewers extends Crowd {

    private static final int VIEWERS = 19;

    private final Clinic clinic;
    private final List<String> cold = new ArrayList<>();
    private final AtomicIntegerArray next = new AtomicIntegerArray(VIEWERS);

    ColdViewers(Clinic clinic) throws Exception {
        super(VIEWERS);
        this.clinic = clinic;
        var types = Site.all(clinic.site().page(Clinic.HOME), "href=\"/clinic/\\?type=([^\"&]+)\"").stream()
                .distinct()
                .skip(1)
                .toList();
        for (String type : types) {
            for (int week = 0; week < 12; week += 2) {
                cold.add(clinic.inWeeks(week) + "&type=" + type);
            }
        }
    }

    @Override
    void act(int number, BooleanSupplier going) throws Exception {
        while (going.getAsBoolean()) {
            clinic.site().get(cold.get(next.getAndIncrement(number)));
        }
    }
}
