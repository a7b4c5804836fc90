package selfbooking;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/**
 * The store of a test: SQLite in its folder, or with {@code -Dtest.store=postgresql} a PostgreSQL database that goes with the folder, so
 * that each test runs on both.
 */
public final class TestStore {

    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    private TestStore() {}

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("test.store", "sqlite"));
    }

    public static Store open(Path folder) {
        return onPostgres() ? Store.open(DatabaseUrl.parse(database(folder))) : Store.open(folder);
    }

    /** What the environment says about the store. */
    static Map<String, String> variables(Path folder) {
        return onPostgres()
                ? Map.of("DATABASE_URL", database(folder), "APP_SECRET", "a secret of this test and of no other")
                : Map.of();
    }

    private static String database(Path folder) {
        return DATABASES.computeIfAbsent(folder, any -> Postgres.migrated());
    }
}
