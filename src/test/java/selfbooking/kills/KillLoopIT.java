package selfbooking.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import selfbooking.Postgres;
import selfbooking.Sample;

/** The application as processes that are killed while patients book; {@code bench/kill-loop} does the same for longer. */
class KillLoopIT {

    private static final int KILLS = Integer.getInteger("kills", Sample.of(2, 25));
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** Before the clinic's free times come to an end. */
    private static final int KILLS_IN_A_ROUND = 20;

    @TempDir
    private Path folder;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void nothing_is_lost_or_doubled_on_sqlite() throws Exception {
        holds("SQLite", 1, Map::of);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void nothing_is_lost_or_doubled_by_two_instances_on_postgresql() throws Exception {
        holds("PostgreSQL, two instances", 2, () -> Map.of("DATABASE_URL", Postgres.migrated()));
    }

    /** A new clinic and a new store for each round; says after each how it stands. */
    private void holds(String store, int instances, Supplier<Map<String, String>> settings) throws Exception {
        var all = Reckoning.NOTHING;
        for (int done = 0; done < KILLS; done += KILLS_IN_A_ROUND) {
            var round = Files.createDirectories(folder.resolve("after" + done));
            int kills = Math.min(KILLS_IN_A_ROUND, KILLS - done);
            try (var running = new Instances(round, instances, settings.get())) {
                all = all.plus(new KillLoop(running, kills, SEED + done).run());
            }
            System.out.println("kill loop, seed " + SEED + "\n" + Reckoning.heading() + "\n" + all.row(store));
        }
        assertThat(all)
                .matches(Reckoning::holds, "nothing lost, doubled, untold or stuck, and ten calls a second at most");
    }
}
