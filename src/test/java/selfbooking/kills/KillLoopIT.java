package selfbooking.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Postgres;

/** The application as processes that are killed while patients book; {@code bench/kill-loop} does the same for longer. */
class KillLoopIT {

    private static final int KILLS = Integer.getInteger("kills", 25);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_doubled_on_sqlite() throws Exception {
        holds("SQLite", 1, Map.of("DATA_DIR", folder.toString()));
    }

    @Test
    void nothing_is_lost_or_doubled_by_two_instances_on_postgresql() throws Exception {
        holds(
                "PostgreSQL, two instances",
                2,
                Map.of(
                        "DATABASE_URL", Postgres.migrated(),
                        "APP_SECRET", "a secret of this test and of no other",
                        "DATA_DIR", folder.toString()));
    }

    private void holds(String store, int instances, Map<String, String> settings) throws Exception {
        try (var running = new Instances(folder, instances, settings)) {
            var reckoning = new KillLoop(running, KILLS, SEED).run();
            System.out.println("kill loop, seed " + SEED + "\n" + Reckoning.heading() + "\n" + reckoning.row(store));
            assertThat(reckoning)
                    .matches(
                            Reckoning::holds, "nothing lost, doubled, untold or stuck, and ten calls a second at most");
        }
    }
}
