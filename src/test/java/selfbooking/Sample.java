package selfbooking;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** How much of a slow test is done: a sample, or all of it with {@code -Dtest.slow=true}, as {@code bin/ci slow} says. */
public final class Sample {

    private static final boolean ALL = Boolean.getBoolean("test.slow");

    private Sample() {}

    /** Whether nothing is left out. */
    public static boolean isAll() {
        return ALL;
    }

    /** So many rounds in the quick run, all of them in the slow one. */
    public static int of(int few, int all) {
        return ALL ? all : few;
    }

    /** So many in the quick run, as far apart as they can be; all of them in the slow one. */
    public static <T> List<T> of(int few, Collection<T> all) {
        var every = List.copyOf(all);
        return ALL || few >= every.size()
                ? every
                : IntStream.range(0, few)
                        .mapToObj(number -> every.get(number * every.size() / few))
                        .toList();
    }
}
