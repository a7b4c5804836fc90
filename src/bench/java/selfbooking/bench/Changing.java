package selfbooking.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A patient who takes a time, gives it back, and so on, a step each second: each step makes all kept pages old. */
final class Changing extends Crowd {

    private final Site site;
    private final String slot;

    /** The slot is one that the measured pages do not show. */
    Changing(Site site, String slot) {
        super(1);
        this.site = site;
        this.slot = slot;
    }

    @Override
    void act(int number, BooleanSupplier going) throws Exception {
        while (going.getAsBoolean()) {
            String draft = site.hold(slot);
            TimeUnit.SECONDS.sleep(1);
            site.release(draft);
            if (going.getAsBoolean()) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }
}
