package selfbooking.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Patients who are busy with something while others are measured. */
abstract class Crowd {

    private final int count;

    Crowd(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /** What one of them does: to its end, or until it is time to stop. */
    abstract void act(int number, BooleanSupplier going) throws Exception;

    /** Measures while all of them act; fails when one of them fails. */
    final Wrk during(Callable<Wrk> measuring) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        List<? extends Future<?>> all = IntStream.range(0, count)
                .mapToObj(number -> pool.submit(() -> {
                    act(number, () -> !pool.isShutdown());
                    return number;
                }))
                .toList();
        try {
            return measuring.call();
        } finally {
            pool.shutdown();
            for (var one : all) {
                one.get();
            }
        }
    }
}
