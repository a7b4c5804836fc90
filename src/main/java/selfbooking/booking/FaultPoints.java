package selfbooking.booking;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places before and after each step of a submit, at one of which a test can break the application off. Thread safe. */
public final class FaultPoints {

    /** Nothing is ever broken off. */
    public static final FaultPoints NONE = new FaultPoints("", 0, null, Duration.ZERO);

    private static final Duration HANG = Duration.ofSeconds(30);

    /** What happens at the point. */
    enum Action {
        /** The process ends at once, as if killed. */
        HALT,
        /** The step fails with an exception that nobody expects. */
        THROW,
        /** The thread stands still for a while and then goes on. */
        HANG
    }

    private final String point;
    private final @Nullable Action action;
    private final Duration hang;
    private final AtomicInteger passesLeft;

    private FaultPoints(String point, int count, @Nullable Action action, Duration hang) {
        this.point = point;
        this.action = action;
        this.hang = hang;
        this.passesLeft = new AtomicInteger(count);
    }

    /**
     * Reads {@code point:count:action}, such as {@code after-book:1:halt}: at the point's count-th passing the action happens, once.
     *
     * @param text with an optional fourth part: for how many milliseconds to hang
     * @throws IllegalArgumentException when it is none of that
     */
    public static FaultPoints of(String text) {
        var parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4 || !names().contains(parts[0])) {
            throw new IllegalArgumentException("not point:count:action with a point out of " + names());
        }
        var action = Action.valueOf(parts[2].toUpperCase(Locale.ROOT));
        var hang = parts.length == 4 ? Duration.ofMillis(Long.parseLong(parts[3])) : HANG;
        return new FaultPoints(parts[0], Integer.parseInt(parts[1]), action, hang);
    }

    /** All points, as they are spelt. */
    public static List<String> names() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(before(step), after(step)))
                .toList();
    }

    /** Does the step's work between its two points. */
    public <T> T around(Step step, Supplier<T> work) {
        pass(before(step));
        var done = work.get();
        pass(after(step));
        return done;
    }

    /** The same for work that has no answer. */
    public void around(Step step, Runnable work) {
        pass(before(step));
        work.run();
        pass(after(step));
    }

    private static String before(Step step) {
        return "before-" + step.spelt();
    }

    private static String after(Step step) {
        return "after-" + step.spelt();
    }

    private void pass(String name) {
        if (action == null || !name.equals(point) || passesLeft.decrementAndGet() != 0) {
            return;
        }
        switch (action) {
            case HALT -> Runtime.getRuntime().halt(137);
            case THROW -> throw new IllegalStateException("the fault point " + name);
            case HANG -> hang();
        }
    }

    private void hang() {
        var end = System.nanoTime() + hang.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
