package selfbooking.kills;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Kills instances at random moments while patients book, and then holds what they were told against what the diary has. */
final class KillLoop {

    private static final int PATIENTS = 5;
    /** What is killed shall have something to do, and the machine time to start it again. */
    private static final Duration BETWEEN_BOOKINGS = Duration.ofMillis(300);

    private static final int MOST_MILLIS_BETWEEN = 3_000;

    private final Instances instances;
    private final int kills;
    private final Random random;
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The same seed gives the same moments, as far as a machine keeps them. */
    KillLoop(Instances instances, int kills, long seed) {
        this.instances = instances;
        this.kills = kills;
        this.random = new Random(seed);
    }

    Reckoning run() throws IOException, InterruptedException {
        var patients = Executors.newFixedThreadPool(PATIENTS);
        for (int i = 0; i < PATIENTS; i++) {
            var patient = new PatientAtWork(instances, random.nextLong());
            patients.execute(() -> work(patient));
        }
        for (int i = 0; i < kills; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS_BETWEEN)));
            instances.kill(random.nextInt(instances.count()));
        }
        over.set(true);
        ended(patients);
        return Reckoning.of(instances, kills, List.copyOf(sent));
    }

    private void work(PatientAtWork patient) {
        while (!over.get()) {
            patient.booksOnce(over::get).ifPresent(sent::add);
            LockSupport.parkNanos(BETWEEN_BOOKINGS.toNanos());
        }
    }

    private static void ended(ExecutorService patients) throws InterruptedException {
        patients.shutdown();
        if (!patients.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("patients did not come to an end");
        }
    }
}
