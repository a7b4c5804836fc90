package selfbooking.sandbox.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong, and whether it does so after the call's work was done. */
enum Kind {
    DROP_BEFORE(false),
    DROP_AFTER(true),
    SLOW(false),
    STALL(true),
    STATUS(false),
    STATUS_AFTER(true),
    HTML(false),
    HTML_AFTER(true),
    HALF_BODY(true),
    NOT_JSON(true),
    HUGE(false);

    private final boolean comesAfterWork;

    Kind(boolean comesAfterWork) {
        this.comesAfterWork = comesAfterWork;
    }

    static Optional<Kind> spelt(String name) {
        return Arrays.stream(values()).filter(kind -> kind.spelt().equals(name)).findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Kind::spelt).toList();
    }

    String spelt() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean comesAfterWork() {
        return comesAfterWork;
    }
}
